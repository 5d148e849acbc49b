import Desk
import Directory
import Imports
import Store
import Testing

/// Workers that stop in the middle.
extension DraftCommitTests {
    @Test func anotherWorkerGoesOnWhereOneWasKilled() async throws {
        var rules = House.quickRules
        rules.commitChunk = 7
        let house = try await House(rules: rules)
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let lines = (0..<100).map { "N\($0),n\($0)@example.com," }
        let draft = try await house.open(lines)
        let id = DraftID(account: house.acme.id, number: draft.number)
        _ = try await desk.commit(draft.number)

        // One worker claims the draft, moves three chunks and is never seen again.
        let now = house.clock.now
        let lease = Lease(owner: "killed", until: now.adding(seconds: 10))
        for _ in 0..<3 {
            try await house.witness.write { tx in
                _ = try tx.claimCommit(lease, at: now)
                _ = try tx.commitChunk(of: id, limit: 7, lease, at: now)
            }
            let between = try await desk.draft(draft.number)
            #expect(between.ledger.balances)
        }
        await house.committer.look()
        let held = try await desk.draft(draft.number)
        house.clock.turn(seconds: 10)
        await house.committer.look()
        let after = try await desk.draft(draft.number)

        #expect(held.state == .committing && held.ledger.created == 21)
        #expect(after.state == .finished && after.ledger.created == 100)
        #expect(
            try await house.number("SELECT count(DISTINCT email_key) FROM users WHERE draft_no = 1")
                == 100)
        #expect(
            try await house.number("SELECT count(*) FROM draft_rows WHERE state = 'created'") == 100
        )
    }

    @Test func aWorkerThatLostItsLeaseMovesNothing() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open(["Ana,ana@example.com,"])
        let id = DraftID(account: house.acme.id, number: draft.number)
        _ = try await desk.commit(draft.number)

        await #expect(throws: LeaseLost.self) {
            try await house.witness.write { tx in
                _ = try tx.commitChunk(
                    of: id, limit: 7, Lease(owner: "nobody", until: Timestamp(0)),
                    at: Timestamp(0))
            }
        }

        #expect(try await house.number("SELECT count(*) FROM users") == 4)
    }
}
