import Directory
import Glibc
import Store
import StoreSQLite
import Testing

struct SQLiteDatabaseTests {
    @Test func aCommitIsDurableAndTheFileIsPrivate() async throws {
        let folder = try TemporaryFolder()
        let database = try await SQLiteDatabase(directory: folder.path, clock: .atZero)

        let mode = try await database.write { try $0.first("PRAGMA synchronous") { $0.integer(0) } }
        let journal = try await database.read { try $0.first("PRAGMA journal_mode") { $0.text(0) } }
        let keys = try await database.write {
            try $0.first("PRAGMA foreign_keys") { $0.integer(0) }
        }
        var status = stat()
        stat(folder.path + "/rollbook.db", &status)

        #expect(mode == 2)
        #expect(journal == "wal")
        #expect(keys == 1)
        #expect(status.st_mode & 0o777 == 0o600)
    }

    @Test func aSecondOpeningFindsNothingToDo() async throws {
        let folder = try TemporaryFolder()
        let first = try await SQLiteDatabase(directory: folder.path, clock: .atZero)
        let second = try await SQLiteDatabase(directory: folder.path, clock: .atZero)

        let steps = try await second.read {
            try $0.all("SELECT name FROM migrations") { $0.text(0) }
        }

        #expect(steps == Migration.all.map(\.name))
        _ = first
    }

    @Test func tablesOfANewerProgramAreRefused() async throws {
        let folder = try TemporaryFolder()
        let database = try await SQLiteDatabase(directory: folder.path, clock: .atZero)
        try await database.write {
            try $0.run("INSERT INTO migrations (number, name, at) VALUES (99, 'later', 0)")
        }

        await #expect(throws: NewerSchema.self) {
            _ = try await SQLiteDatabase(directory: folder.path, clock: .atZero)
        }
    }

    @Test func aQueryInsideTheSameQueryHasItsOwnStatement() async throws {
        let folder = try TemporaryFolder()
        let database = try await SQLiteDatabase(directory: folder.path, clock: .atZero)

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

    @Test func whatIsBoundComesBack() async throws {
        let folder = try TemporaryFolder()
        let database = try await SQLiteDatabase(directory: folder.path, clock: .atZero)

        let row = try await database.read { tx in
            try tx.first(
                """
                SELECT \("Łukasz ' \" ; --"), \(""), \(Int64?.none), \(1 << 53), \([0, 255] as [UInt8])
                """
            ) {
                (
                    $0.text(0), $0.text(1), $0.isNull(1), $0.isNull(2), $0.integer(3), $0.bytes(4)
                )
            }
        }

        #expect(row?.0 == "Łukasz ' \" ; --")
        #expect(row?.1 == "" && row?.2 == false)
        #expect(row?.3 == true)
        #expect(row?.4 == 1 << 53)
        #expect(row?.5 == [0, 255])
    }
}
