import Desk
import Directory
import Imports
import Store
import Testing

struct DraftCancelTests {
    @Test func cancelAddsNobodyAndUndoBringsTheEditsBack() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open(["A,a@y.example,", "B,b@y.example,", "C,c@y.example,"])
        try await house.edit(draft.number, [.set(position: 0, field: .name, value: "Ada")])
        try await house.edit(draft.number, [.delete(position: 1)])

        let cancelled = try await desk.discard(draft.number)
        let whileCancelled = await house.refusal { house in
            try await house.edit(draft.number, [.delete(position: 0)])
        }
        let again = try await desk.discard(draft.number)
        let reopened = try await desk.reopen(draft.number)
        let rows = try await house.rows(of: draft.number)

        #expect(cancelled.state == .discarded && cancelled.ledger.deleted == 3)
        #expect(cancelled.ledger.balances && cancelled == again)
        #expect(whileCancelled?.code == .draftClosed)
        #expect(reopened.state == .open && reopened.ledger.deleted == 1)
        #expect(reopened.ledger.balances)
        #expect(rows.map(\.row.name) == ["Ada", ""])
    }

    @Test func whatChangedMeanwhileIsSettledByUndo() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open(["A,a@y.example,"])
        _ = try await desk.discard(draft.number)
        try await house.addUnregistered("a@y.example", to: house.acme)

        let reopened = try await desk.reopen(draft.number)

        #expect(reopened.counts.faulty == 1)
    }

    @Test func anAbandonedDraftEndsAndItsKeyIsGone() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let lines = (0..<3000).map { "N\($0),n\($0)@y.example," }
        let draft = try await house.open(lines)
        try await house.edit(draft.number, [.delete(position: 0)])

        house.clock.turn(minutes: 31 * 24 * 60)
        await house.committer.look()
        let after = try await desk.draft(draft.number)
        let again = await house.refusal { house in _ = try await house.open(lines) }
        let reopening = await house.refusal { _ in _ = try await desk.reopen(draft.number) }

        #expect(after.state == .discarded && after.ledger.deleted == 3000)
        #expect(after.ledger.balances)
        #expect(again?.code == .draftExpired)
        #expect(reopening?.code == .draftExpired)
        for table in ["draft_rows", "draft_addresses", "draft_blocks", "draft_steps"] {
            let left = try await house.number(SQL(stringLiteral: "SELECT count(*) FROM \(table)"))
            #expect(left == 0)
        }
    }

    @Test func anImportThatEndsStaysAsItsReceipt() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open(["A,a@y.example,", ",b@y.example,"])
        _ = try await desk.commit(draft.number)
        await house.committer.look()

        house.clock.turn(minutes: 31 * 24 * 60)
        await house.committer.look()
        let after = try await desk.draft(draft.number)

        #expect(after.ledger.created == 1 && after.ledger.deleted == 1)
        #expect(after.ledger.balances)
        #expect(try await house.number("SELECT count(*) FROM draft_rows") == 2)
        #expect(try await house.number("SELECT count(*) FROM draft_addresses") == 0)
    }

    @Test func aCancelledDraftWhoseTimeIsOverDoesNotComeBackHalfSwept() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open(["Ana,ana@example.com,"])
        _ = try await desk.discard(draft.number)

        house.clock.turn(minutes: 31 * 24 * 60)
        let reopening = await house.refusal { _ in _ = try await desk.reopen(draft.number) }

        #expect(reopening?.code == .draftExpired)
    }
}
