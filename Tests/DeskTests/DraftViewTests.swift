import Desk
import Directory
import Imports
import Store
import Testing

struct DraftViewTests {
    @Test func aCorrectedRowKeepsItsPlaceInTheListOfErrors() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open([
            ",a@y.example,", "B,b@y.example,", "C,,", "D,d@y.example,", "E,e,",
        ])

        let view = try await desk.makeView(of: draft.number, .faulty, search: "")
        let reply = try await house.edit(
            draft.number, [.set(position: 0, field: .firstName, value: "Ada")], view: view.view)
        let window = try await desk.rows(of: draft.number, view: view.view, offset: 0, limit: 10)
        let again = try await desk.makeView(of: draft.number, .faulty, search: "")

        #expect(view.count == 3)
        #expect(reply.window.rows.map(\.offset) == [0] && !reply.moved)
        #expect(window.rows.map(\.row.position) == [0, 2, 4])
        #expect(window.rows.map(\.row.issues.isEmpty) == [true, false, false])
        #expect(again.count == 2)
    }

    @Test func deletingTakesTheRowOutAndRestoringPutsItBack() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open([",a@y.example,", "B,,", "C,,", "D,d@y.example,"])
        let view = try await desk.makeView(of: draft.number, .faulty, search: "")

        let deleted = try await house.edit(
            draft.number, [.delete(position: 1)], view: view.view)
        let restored = try await house.edit(
            draft.number, [.restore(position: 1)], view: view.view)
        let added = try await house.edit(draft.number, [.add(Row())], view: view.view)

        #expect(deleted.moved && deleted.window.count == 2)
        #expect(deleted.window.rows.map(\.row.position) == [0, 2])
        #expect(restored.window.rows.map(\.row.position) == [0, 1, 2])
        #expect(added.window.rows.map(\.row.position) == [0, 1, 2, 4])
        #expect(added.added == [3])
    }

    @Test func aSearchThatFindsNoPlaceAsksToComeBack() async throws {
        var rules = House.quickRules
        rules.searchesAtOnce = 0
        rules.searchesWaiting = 0
        let house = try await House(rules: rules)
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open(["A,a@y.example,"])

        let refusal = await house.refusal { _ in
            _ = try await desk.makeView(of: draft.number, .all, search: "a")
        }
        let everything = try await desk.makeView(of: draft.number, .all, search: "")

        #expect(refusal?.code == .busy)
        #expect(everything.count == 1)
    }

    @Test func rowsOfOneAddressStandSideBySide() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open([
            "A,x@y.example,", "B,z@y.example,", "C,q@y.example,", "D,z@y.example,",
            "E,x@y.example,",
        ])

        let view = try await desk.makeView(of: draft.number, .kind(.emailRepeated), search: "")
        let rows = try await house.rows(of: draft.number, view: view.view)

        #expect(rows.map(\.position) == [0, 4, 1, 3])
    }

    @Test func aSearchFindsWhateverTheLetterCaseAndAccents() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open([
            "MÜLLER,a@y.example,", "Miller,b@y.example,", "muller,c@y.example,",
        ])

        let view = try await desk.makeView(of: draft.number, .all, search: "müller")
        let rows = try await house.rows(of: draft.number, view: view.view)

        #expect(rows.map(\.position) == [0, 2])
    }

    @Test func windowsAreFoundAcrossBlocksAndGaps() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open((0..<3000).map { "N\($0),n\($0)@y.example," })
        for start in [0, 1000, 2040] {
            try await house.edit(
                draft.number, (start..<start + 40).map { .delete(position: $0) })
        }

        let expected = (0..<3000).filter { position in
            ![0, 1000, 2040].contains { ($0..<$0 + 40).contains(position) }
        }
        for offset in [0, 950, 1000, 1010, 1900, 2700, 2870, 2879, 2880, 9999] {
            let window = try await desk.rows(
                of: draft.number, view: 0, offset: offset, limit: 100)
            let wanted = Array(expected.dropFirst(offset).prefix(100))
            #expect(window.rows.map(\.row.position) == wanted)
            #expect(window.rows.map(\.offset) == wanted.indices.map { $0 + offset })
            #expect(window.count == 2880)
        }
    }

    @Test func viewsMadeAtOnceAreNumberedOneByOne() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open([",ana@example.com,"])

        let views = try await withThrowingTaskGroup(of: DraftView.self) { group in
            for _ in 0..<8 {
                group.addTask { try await desk.makeView(of: draft.number, .faulty, search: "") }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }

        #expect(views.map(\.view).sorted() == Array(1...8))
    }

    @Test(arguments: [0, 1]) func aWindowFarBehindTheLastRowIsEmpty(view: Int) async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open([",ana@example.com,"])
        _ = try await desk.makeView(of: draft.number, .faulty, search: "")

        for offset in [1, Int(Int32.max) / 4 - 1, Int(Int32.max)] {
            let window = try await desk.rows(
                of: draft.number, view: view, offset: offset, limit: 512)
            #expect(window.rows.isEmpty && window.count == 1)
        }
    }

    @Test func whatChangedSinceIsAskedForByWindows() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open((0..<100).map { "N\($0),n\($0)@y.example," })
        try await house.edit(draft.number, [.set(position: 5, field: .name, value: "Five")])
        try await house.edit(draft.number, [.set(position: 50, field: .name, value: "Fifty")])

        let near = try await desk.changes(of: draft.number, since: 1, view: 0, ranges: [0..<20])
        let late = try await desk.changes(of: draft.number, since: 2, view: 0, ranges: [0..<100])
        try await house.edit(draft.number, [.delete(position: 0)])
        let moved = try await desk.changes(of: draft.number, since: 3, view: 0, ranges: [0..<9])

        #expect(near.rows.map(\.row.position) == [5])
        #expect(late.rows.map(\.row.position) == [50])
        #expect(moved.rows.map(\.row.position) == Array(1...9))
    }

    @Test func noAnswerHoldsMoreThanAWindow() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open(["A,a@y.example,"])

        for (offset, limit) in [(0, 513), (-1, 5), (0, 0)] {
            let refusal = await house.refusal { _ in
                _ = try await desk.rows(of: draft.number, view: 0, offset: offset, limit: limit)
            }
            #expect(refusal?.code == .wrongValue)
        }
        let unknown = await house.refusal { _ in
            _ = try await desk.rows(of: draft.number, view: 7, offset: 0, limit: 5)
        }
        #expect(unknown?.code == .notFound)
    }
}
