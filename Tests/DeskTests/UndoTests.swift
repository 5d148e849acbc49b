import Desk
import Directory
import Imports
import Store
import Testing

struct UndoTests {
    @Test func eachKindOfChangeIsTakenBackAndDoneAgain() async throws {
        let house = try await House()
        let number = try await house.open(["Ana,ana@y.example,", "Bo,bo@y.example,"]).number
        let edits: [Edit.Operation] = [
            .set(position: 0, field: .email, value: "bo@y.example"), .delete(position: 1),
            .restore(position: 1), .add(Row(name: "Cy", email: "cy@y.example")),
            .set(position: 2, field: .role, value: "Boss"),
        ]
        var states = [try await house.rows(of: number).map(\.shown)]
        for edit in edits {
            try await house.edit(number, [edit])
            states.append(try await house.rows(of: number).map(\.shown))
        }

        for state in states.dropLast().reversed() {
            try await house.turn(number)
            #expect(try await house.rows(of: number).map(\.shown) == state)
        }
        for state in states.dropFirst() {
            try await house.turn(number, back: false)
            #expect(try await house.rows(of: number).map(\.shown) == state)
        }

        let draft = try await house.desk(of: house.anna, at: house.acme).draft(number)
        #expect(draft.redo == nil && draft.undo != nil && draft.ledger.balances)
    }

    @Test func anEditOfManyRowsIsOneStep() async throws {
        let house = try await House()
        let number = try await house.open(["A,x@y.example,", "B,x@y.example,"]).number
        let before = try await house.rows(of: number).map(\.shown)
        try await house.edit(
            number,
            [
                .set(position: 0, field: .email, value: "a@y.example"),
                .set(position: 0, field: .email, value: "b@y.example"),
                .set(position: 1, field: .name, value: "Bea"), .delete(position: 1),
            ])

        let reply = try await house.turn(number)

        #expect(try await house.rows(of: number).map(\.shown) == before)
        #expect(reply.moved && reply.row == 2)
        #expect(reply.window.draft.undo == nil && reply.window.draft.counts.faulty == 2)
    }

    @Test func whatIsChangedAfterAnUndoEndsRedo() async throws {
        let house = try await House()
        let number = try await house.open(["Ana,ana@y.example,"]).number
        try await house.rename(number, "One")
        try await house.rename(number, "Two")
        try await house.turn(number)

        let changed = try await house.rename(number, "Three")
        try await house.turn(number)
        let back = try await house.turn(number, back: false)
        try await house.turn(number)
        let first = try await house.turn(number)

        #expect(changed.window.draft.redo == nil)
        #expect(back.window.rows.map(\.row.row.name) == ["Three"])
        #expect(back.window.draft.redo == nil)
        #expect(first.window.rows.map(\.row.row.name) == [""])
        #expect(first.window.draft.undo == nil)
    }

    @Test func aStepOfSomebodyElseIsTakenBackOnlyByWhoHasSeenIt() async throws {
        let house = try await House()
        let number = try await house.open(["Ana,ana@y.example,"]).number
        let mine = try await house.rename(number, "Mine").window.draft.undo
        try await house.edit(
            number, [.set(position: 0, field: .name, value: "Hers")], by: house.paula)

        let refusal = await house.refusal { try await $0.turn(number, step: mine) }
        let seen = try await house.turn(number)

        #expect(refusal?.code == .stepChanged)
        #expect(seen.window.rows.map(\.row.row.name) == ["Mine"])
    }

    @Test func theSameUndoAgainTakesNothingMoreBack() async throws {
        let house = try await House()
        let number = try await house.open(["Ana,ana@y.example,"]).number
        try await house.rename(number, "One")
        let step = try await house.rename(number, "Two").window.draft.undo

        let first = try await house.turn(number, step: step, request: "once")
        let again = try await house.turn(number, step: step, request: "once")

        #expect(again.window.draft == first.window.draft)
        #expect(again.window.rows.map(\.row) == first.window.rows.map(\.row))
        #expect(again.window.rows.map(\.row.row.name) == ["One"])
    }

    @Test func anUploadIsABarrier() async throws {
        let house = try await House()
        let number = try await house.open(["Ana,ana@y.example,", ",bo@y.example,"]).number
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let step = try await house.rename(number, "Anna").window.draft.undo
        _ = try await desk.commit(number)
        await house.committer.look()

        let draft = try await desk.draft(number)
        let refusal = await house.refusal { try await $0.turn(number, step: step) }

        #expect(draft.state == .open && draft.undo == nil && draft.redo == nil)
        #expect(refusal?.code == .stepChanged)
    }

    @Test func cancellingAndItsUndoKeepTheSteps() async throws {
        let house = try await House()
        let number = try await house.open(["Ana,ana@y.example,"]).number
        let desk = try await house.desk(of: house.anna, at: house.acme)
        try await house.rename(number, "Anna")
        _ = try await desk.discard(number)

        let closed = await house.refusal { try await $0.turn(number) }
        _ = try await desk.reopen(number)
        let reply = try await house.turn(number)

        #expect(closed?.code == .draftClosed)
        #expect(reply.window.rows.map(\.row.row.name) == [""])
    }

    @Test func aRowThatComesBackStandsInTheListOnTheScreen() async throws {
        let house = try await House()
        let number = try await house.open([",a@y.example,", ",b@y.example,", "C,c@y.example,"])
            .number
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let view = try await desk.makeView(of: number, .faulty, search: "").view
        try await house.edit(number, [.delete(position: 0)], view: view)

        let reply = try await house.turn(number, view: view)

        #expect(reply.moved && reply.row == 2 && reply.window.count == 2)
        #expect(reply.window.rows.map(\.row.number) == [2, 3])
    }
}

extension House {
    @discardableResult
    fileprivate func rename(_ draft: Int, _ name: String) async throws -> EditReply {
        try await edit(draft, [.set(position: 0, field: .name, value: name)])
    }
}

extension DraftRow {
    /// What a person sees of it; that it was faulty once stays.
    fileprivate var shown: [String] {
        [String(number), "\(issues.rawValue)", String(twin ?? 0)]
            + Field.allCases.map { row[$0] }
    }
}
