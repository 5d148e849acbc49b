import Desk
import Directory
import Imports
import Store
import Testing

struct DraftCommitTests {
    @Test func aWorkerThatIsToStopTakesNothingOn() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open(["Ana,ana@example.com,"])
        _ = try await desk.commit(draft.number)

        let looking = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            await house.committer.look()
        }
        await looking.value
        let before = try await desk.draft(draft.number).state
        await house.committer.look()

        #expect(before == .committing)
        #expect(try await desk.draft(draft.number).state == .finished)
    }

    @Test func cleanRowsBecomeUsersAndFaultyOnesStay() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open([
            "Ana,Ana@Example.com,Account Admin", ",bo@example.com,", "Cy,cy@example.com,",
        ])

        let asked = try await desk.commit(draft.number)
        let again = try await desk.commit(draft.number)
        await house.committer.look()
        let after = try await desk.draft(draft.number)
        let rest = try await house.rows(of: draft.number)
        let users = try await house.witness.read { tx in
            try tx.all(
                """
                SELECT id, email, role, draft_position, search_key FROM users
                WHERE draft_no = \(draft.number) AND account_id = \(house.acme.id) ORDER BY id
                """
            ) { "\($0.integer(0)) \($0.text(1)) \($0.text(2)) \($0.integer(3))" }
        }

        #expect(asked.state == .committing && again == asked)
        #expect(after.state == .open)
        #expect(after.ledger.created == 2 && after.ledger.here == 1 && after.ledger.balances)
        #expect(rest.map(\.row.email) == ["bo@example.com"])
        #expect(users == ["3 ana@example.com account_admin 0", "5 cy@example.com user 2"])
        #expect(try await house.userCount(of: house.acme) == 4)
    }

    @Test func theLastRowFinishesTheImport() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open(["Ana,ana@example.com,"])

        _ = try await desk.commit(draft.number)
        await house.committer.look()
        let after = try await desk.draft(draft.number)
        let discarding = await house.refusal { _ in _ = try await desk.discard(draft.number) }

        #expect(after.state == .finished && after.expiresAt == nil)
        #expect(try await desk.commit(draft.number) == after)
        #expect(discarding?.code == .draftClosed)
        #expect(try await desk.unfinishedDrafts().isEmpty)
        #expect(try await house.number("SELECT count(*) FROM draft_addresses") == 0)
    }

    @Test func anAddressThatSomebodyTookMeanwhileComesBack() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open(["Ana,ana@example.com,", "Bo,bo@example.com,"])

        _ = try await desk.commit(draft.number)
        // Behind the back of the draft, as a second process would.
        try await house.witness.write { tx in
            try tx.run("UPDATE users SET email_key = 'bo@example.com' WHERE email LIKE 'uwe%'")
        }
        await house.committer.look()
        let after = try await desk.draft(draft.number)
        let rows = try await house.rows(of: draft.number)

        #expect(after.state == .open)
        #expect(after.ledger.created == 1 && after.ledger.here == 1 && after.ledger.balances)
        #expect(rows.map(\.issues) == [.emailTaken])
        #expect(rows.map(\.wasFaulty) == [true])
    }

    @Test func editingWaitsForTheCommit() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open(["Ana,ana@example.com,"])
        _ = try await desk.commit(draft.number)

        let editing = await house.refusal { house in
            try await house.edit(draft.number, [.delete(position: 0)])
        }
        let discarding = await house.refusal { _ in _ = try await desk.discard(draft.number) }
        let reopening = await house.refusal { _ in _ = try await desk.reopen(draft.number) }

        #expect(editing?.code == .draftCommitting)
        #expect(discarding?.code == .draftCommitting)
        #expect(reopening?.code == .draftCommitting)
    }

    @Test func withoutACleanRowThereIsNothingToCommit() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open([",ana@example.com,"])

        let refusal = await house.refusal { _ in _ = try await desk.commit(draft.number) }

        #expect(refusal?.code == .nothingToCommit)
    }

    @Test(.timeLimit(.minutes(5)))
    func countsThatSpeakOfRowsWhichAreNotThereAreTakenAnew() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open(["Ana,ana@example.com,", "Bea,bea.example,"])
        _ = try await desk.commit(draft.number)
        try await house.witness.write { try $0.run("UPDATE draft_blocks SET faulty = 0") }

        await house.committer.look()
        let after = try await desk.draft(draft.number)

        #expect(after.state == .open && after.ledger.created == 1)
        #expect(after.counts.here == 1 && after.counts.faulty == 1)
    }

    @Test(.timeLimit(.minutes(5)))
    func rowsWhichTheCountsDoNotKnowOfBecomeUsersToo() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open((0..<2_500).map { "Ana,ana\($0)@example.com," })
        _ = try await desk.commit(draft.number)
        try await house.witness.write {
            try $0.run("UPDATE draft_blocks SET here = 0 WHERE block = 1")
        }

        await house.committer.look()
        let after = try await desk.draft(draft.number)

        #expect(after.state == .finished && after.ledger.created == 2_500)
        #expect(
            try await house.number("SELECT count(*) FROM users WHERE draft_no IS NOT NULL")
                == 2_500)
    }

    @Test func twoImportsOfOneAccountAreCommittedAtOnce() async throws {
        var rules = House.quickRules
        rules.commitChunk = 10
        let house = try await House(rules: rules)
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let first = try await house.open((0..<100).map { "N,n\($0)@example.com," }, key: "1")
        let second = try await house.open((50..<150).map { "N,n\($0)@example.com," }, key: "2")
        _ = try await desk.commit(first.number)
        _ = try await desk.commit(second.number)

        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<2 { group.addTask { await house.committer.look() } }
            try await group.waitForAll()
        }
        let ends = [try await desk.draft(first.number), try await desk.draft(second.number)]

        #expect(ends.map(\.ledger.created).reduce(0, +) == 150)
        #expect(ends.map(\.counts.faulty).reduce(0, +) == 50)
        #expect(ends.allSatisfy { $0.ledger.balances && $0.state != .committing })
        #expect(try await house.userCount(of: house.acme) == 152)
    }

    @Test func aRunningCommitterIsWokenByTheRequest() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open(["Ana,ana@example.com,"])

        let state = try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await house.committer.run() }
            _ = try await desk.commit(draft.number)
            for _ in 0..<200 where try await desk.draft(draft.number).state == .committing {
                try await Task.sleep(for: .milliseconds(10))
            }
            group.cancelAll()
            house.office.bell.ring()
            return try await desk.draft(draft.number).state
        }

        #expect(state == .finished)
    }
}

extension House {
    fileprivate func userCount(of account: Account) async throws -> Int {
        try await number("SELECT user_count FROM accounts WHERE id = \(account.id)")
    }
}
