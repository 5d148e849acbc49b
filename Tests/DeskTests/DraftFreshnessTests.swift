import Desk
import Directory
import Imports
import Store
import Testing

/// Drafts that were left open while the world went on.
struct DraftFreshnessTests {
    @Test func anotherImportsNewUsersAreSeenWhenTheDraftIsOpened() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let lines = (0..<1500).map { "N\($0),n\($0)@y.example," }
        let waiting = try await house.open(lines + ["Own,own@y.example,"], key: "waiting")
        let other = try await house.open(lines, key: "other")

        _ = try await desk.commit(other.number)
        await house.committer.look()
        let after = try await desk.draft(waiting.number)
        let again = try await desk.draft(waiting.number)

        #expect(waiting.counts.faulty == 0)
        #expect(after.counts.faulty == 1500 && after.counts.clean == 1)
        #expect(again == after)
    }

    @Test func usersWhoLeftInBulkFreeTheirAddresses() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open(["U,uwe@acme.example,", "A,anna@acme.example,"])

        try await house.witness.write { tx in
            try tx.run("DELETE FROM users WHERE email_key = 'uwe@acme.example'")
            try tx.run("UPDATE accounts SET users_rev = users_rev + 9")
        }
        let after = try await desk.draft(draft.number)

        #expect(draft.counts.faulty == 2)
        #expect(after.counts.faulty == 1)
    }

    @Test func anAddressOfVeryManyRowsIsSettledByWhoeverOpensTheDraft() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open((0..<600).map { "N\($0),all@y.example," })
        let taken = Issues.emailTaken.rawValue
        let marked: SQL = "SELECT count(*) FROM draft_rows WHERE issues & \(taken) <> 0"

        try await house.addUnregistered("all@y.example", to: house.acme)
        let before = try await house.number(marked)
        let counts = try await desk.draft(draft.number).counts
        let after = try await house.number(marked)

        #expect(before == 0)
        #expect(after == 600 && counts.faulty == 600)
    }

    @Test func aDraftThatOlderRulesJudgedIsJudgedAgain() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open([
            "A,x@y.example,", "B,x@y.example,", ",c@y.example,", "U,uwe@acme.example,",
            "D,d@y.example,",
        ])
        let right = try await house.rows(of: draft.number)
        try await house.witness.write { tx in
            try tx.run("UPDATE drafts SET rules_version = 0")
            try tx.run("UPDATE draft_rows SET issues = 16 - issues % 16, email_key = 'same'")
            try tx.run("DELETE FROM draft_addresses")
        }

        let after = try await desk.draft(draft.number)
        let rows = try await house.rows(of: draft.number)

        #expect(rows.map(\.issues) == right.map(\.issues))
        #expect(rows.map(\.twin) == right.map(\.twin))
        #expect(after.counts.faulty == 4)
        #expect(try await house.number("SELECT rules_version FROM drafts") == RowRules.version)
    }

    @Test func aDraftThatIsJudgedAgainSeesAnotherImportsNewUsersToo() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let waiting = try await house.open(["A,a@y.example,", "B,b@y.example,"], key: "waiting")
        let other = try await house.open(["A,a@y.example,"], key: "other")

        _ = try await desk.commit(other.number)
        await house.committer.look()
        try await house.witness.write { try $0.run("UPDATE drafts SET rules_version = 0") }
        let after = try await desk.draft(waiting.number)

        #expect(after.counts.faulty == 1 && after.counts.clean == 1)
    }

    @Test func twoWorkersAtOnceAddNobodyTwice() async throws {
        var rules = House.quickRules
        rules.commitChunk = 5
        rules.commitPause = 1
        rules.lease = -1
        let house = try await House(rules: rules)
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open((0..<300).map { "N\($0),n\($0)@y.example," })
        _ = try await desk.commit(draft.number)

        // Every lease has run out as soon as it is given: the workers take the draft from each other.
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<3 { group.addTask { await house.committer.look() } }
            try await group.waitForAll()
        }
        while try await desk.draft(draft.number).state == .committing {
            await house.committer.look()
        }
        let after = try await desk.draft(draft.number)

        #expect(after.ledger.created == 300 && after.ledger.balances)
        #expect(try await house.number("SELECT count(*) FROM users WHERE draft_no = 1") == 300)
        #expect(
            try await house.number("SELECT user_count FROM accounts WHERE name = 'Acme'") == 302)
    }

    @Test func fewSpreadsheetsAreReadAtOnceAndFewWait() async throws {
        var rules = House.quickRules
        rules.readingsAtOnce = 1
        rules.readingsWaiting = 0
        let house = try await House(rules: rules)
        let lines = (0..<2000).map { "N\($0),n\($0)@y.example," }

        let outcomes = await withTaskGroup(of: Refusal.Code?.self) { group in
            for key in 0..<6 {
                group.addTask {
                    await house.refusal { house in
                        _ = try await house.open(lines, key: "\(key)")
                    }?.code
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }

        #expect(outcomes.contains(nil))
        #expect(outcomes.contains(.busy))
        #expect(Set(outcomes).subtracting([nil, .busy]).isEmpty)
    }
}
