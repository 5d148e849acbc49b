import Directory
import Dispatch
import Store
import TestDatabases
import Testing

/// What both databases promise.
struct DatabaseTests {
    private let storage: TestDatabase
    private let database: any Database

    init() async throws {
        storage = try TestDatabase()
        database = try await storage.open(clock: .atZero)
    }

    @Test func aSecondOpeningFindsNothingToDo() async throws {
        let second = try await storage.open(clock: .atZero)

        let steps = try await second.read {
            try $0.all("SELECT name FROM migrations ORDER BY number") { $0.text(0) }
        }

        #expect(steps == Migration.all.map(\.name))
    }

    @Test func tablesOfANewerProgramAreRefused() async throws {
        try await database.write {
            try $0.run("INSERT INTO migrations (number, name, at) VALUES (99, 'later', 0)")
        }

        await #expect(throws: NewerSchema.self) { _ = try await storage.open(clock: .atZero) }
    }

    @Test func severalProcessesMayComeFirst() async throws {
        let fresh = try TestDatabase()

        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 { group.addTask { _ = try await fresh.open(clock: .atZero) } }
            try await group.waitForAll()
        }
    }

    @Test func aQueryInsideTheSameQueryHasItsOwnStatement() async throws {
        let pairs = try await database.read { tx in
            var pairs: [[Int64]] = []
            try tx.each("SELECT number FROM migrations ORDER BY number") { outer in
                try tx.each("SELECT number FROM migrations ORDER BY number") { inner in
                    pairs.append([outer.integer(0), inner.integer(0)])
                }
            }
            return pairs
        }

        let numbers = Migration.all.indices.map { Int64($0 + 1) }
        #expect(pairs == numbers.flatMap { outer in numbers.map { [outer, $0] } })
    }

    @Test(arguments: ["", "Łukasz ' \" ; -- \\ {} NULL \n", "a\u{301}", "😀", "\u{1}\u{7F}\u{FFFF}"])
    func whatIsStoredComesBack(_ text: String) async throws {
        let numbers = [.min, 0, 1 << 53, .max] as [Int64]
        let bytes: [UInt8] = [0, 255, 92, 39]
        let found = try await database.write { tx in
            try tx.run("INSERT INTO secrets (name, secret) VALUES (\(text), \(bytes))")
            for number in numbers {
                try tx.run("INSERT INTO migrations (number, name, at) VALUES (\(number), '', 0)")
            }
            return try tx.first("SELECT name, secret FROM secrets WHERE name = \(text)") {
                ($0.text(0), $0.bytes(1), $0.isNull(0))
            }
        }
        let stored = try await database.read { tx in
            try tx.all("SELECT number FROM migrations WHERE name = '' ORDER BY number") {
                $0.integer(0)
            }
        }

        #expect(found?.0 == text && found?.1 == bytes && found?.2 == false)
        #expect(stored == numbers)
    }

    @Test func whatThrowsLeavesNothing() async throws {
        await #expect(throws: Refusal.self) {
            try await database.write { tx in
                try tx.run("DELETE FROM migrations")
                throw Refusal.noSuchPage
            }
        }

        let steps = try await database.read {
            try $0.first("SELECT count(*) FROM migrations") { $0.integer(0) }
        }
        #expect(steps == Int64(Migration.all.count))
    }

    @Test func writesAtOnceAreAsIfOneCameAfterTheOther() async throws {
        // The first rounds also open the connections, one after the other.
        for round in 1...10 as ClosedRange<Int64> {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<20 {
                    group.addTask { [database] in
                        try await database.write { try $0.comeFirst(number, in: round) }
                    }
                }
                try await group.waitForAll()
            }

            #expect(try await database.read { try $0.attemptCount(in: round) } == 1)
        }
    }

    @Test func aReadSeesTheStateOfOneMoment() async throws {
        let (begun, written) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        async let counts = database.read { tx in
            let before = try tx.attemptCount(in: 1)
            begun.signal()
            written.wait()
            return [before, try tx.attemptCount(in: 1)]
        }
        try await database.write { [begun] tx in
            begun.wait()
            begun.signal()
            try tx.comeFirst(1, in: 1)
        }
        written.signal()

        #expect(try await counts == [0, 0])
        #expect(try await database.read { try $0.attemptCount(in: 1) } == 1)
    }

    @Test func manyRowsAreInsertedInTheirOrderAndTheFirstOfTwoStays() async throws {
        let names = (0..<2500).map { "name \($0) \"\\{},NULL" }
        let twice = names.flatMap { [$0, $0] }
        let rows = TableRows(
            twice.count,
            columns: [("key", .text), ("failures", .number), ("until", .number)],
            numbers: (0..<5000).flatMap { [Int64($0 % 2), Int64($0)] },
            letters: twice.flatMap(\.utf8),
            ends: twice.reduce(into: []) { $0.append(($0.last ?? 0) + $1.utf8.count) })

        let inserted = try await database.write {
            try $0.insert(rows, into: "attempts", meeting: .keepsFirst)
        }

        #expect(inserted == names.count)
        let kept = try await database.read {
            try $0.all("SELECT key, failures FROM attempts ORDER BY until") {
                ($0.text(0), $0.integer(1))
            }
        }
        #expect(kept.map(\.0) == names)
        #expect(kept.allSatisfy { $0.1 == 0 })
    }

    @Test(arguments: [0, 1, 31, 32, 33, 64, 1_100])
    func tableRowsAreInsertedAsTheyAre(count: Int) async throws {
        let names = (0..<count).map { "name \($0) \"\\{},NULL ü" }
        let texts = names.flatMap { [$0, $0.hasSuffix("3 \"\\{},NULL ü") ? "" : "@" + $0] }
        try await database.write { tx in
            try tx.run("CREATE TABLE bulk (a TEXT, n BIGINT, b TEXT, c BIGINT, m BIGINT, d TEXT)")
            let columns: [(name: StaticString, source: TableRows.Source)] = [
                ("a", .same(.text("same"))), ("n", .number), ("b", .text),
                ("c", .same(.integer(-7))),
                ("m", .number), ("d", .textOrNull),
            ]
            let ends = texts.reduce(into: [Int]()) { $0.append(($0.last ?? 0) + $1.utf8.count) }
            try tx.insert(
                TableRows(
                    count, columns: columns,
                    numbers: (0..<count).flatMap { [Int64($0), Int64.max - Int64($0)] },
                    letters: texts.flatMap(\.utf8), ends: ends),
                into: "bulk")
        }

        let rows = try await database.read { tx in
            try tx.all("SELECT a, n, b, c, m, d FROM bulk ORDER BY n") { row in
                let last = row.isNull(5) ? "" : row.text(5)
                return "\(row.text(0)) \(row.integer(1)) \(row.text(2)) \(row.integer(3)) "
                    + "\(row.integer(4)) \(last)"
            }
        }
        #expect(
            rows
                == (0..<count).map {
                    "same \($0) \(texts[2 * $0]) -7 \(Int64.max - Int64($0)) \(texts[2 * $0 + 1])"
                })
    }

    @Test func textsAreOrderedByTheirBytes() async throws {
        let keys = ["", " b", "B", "Z", "_", "a", "a b", "ab", "z", "ß", "é", "ł", "😀"]
        try await database.write { tx in
            for key in keys.shuffled() {
                try tx.run("INSERT INTO attempts (key, failures, until) VALUES (\(key), 0, 0)")
            }
        }

        let ordered = try await database.read {
            try $0.all("SELECT key FROM attempts ORDER BY key") { $0.text(0) }
        }
        #expect(ordered == keys)
    }
}

extension Transaction {
    fileprivate func attemptCount(in round: Int64) throws -> Int64 {
        try first("SELECT count(*) FROM attempts WHERE until = \(round)") { $0.integer(0) } ?? 0
    }

    /// Looks whether there is nothing yet, and adds something that nobody else would add.
    fileprivate func comeFirst(_ number: Int, in round: Int64) throws {
        guard try attemptCount(in: round) == 0 else { return }
        let key = "\(round)/\(number)"
        try run("INSERT INTO attempts (key, failures, until) VALUES (\(key), 0, \(round))")
    }
}

extension WallClock {
    static let atZero = WallClock { Timestamp(0) }
}
