import Desk
import Directory
import Imports
import Store
import Testing

struct DraftOpeningTests {
    @Test func rowsAreJudgedAndNobodyIsAdded() async throws {
        let house = try await House()
        let draft = try await house.open([
            "Ana,ana@example.com,User", ",bo@example.com,", "Cy,cy.example.com,", "Di,,",
            "Ed,ed@example.com,Owner", "Flo,ANNA@acme.example ,",
        ])

        let rows = try await house.rows(of: draft.number)

        #expect(draft.state == .open)
        #expect(rows.map(\.number) == [2, 3, 4, 5, 6, 7])
        #expect(
            rows.map(\.issues) == [
                [], .nameMissing, .emailMalformed, .emailMissing, .roleUnknown, .emailTaken,
            ])
        #expect(draft.counts.here == 6)
        #expect(draft.counts.faulty == 5)
        #expect(draft.ledger.read == 6)
        #expect(try await house.number("SELECT count(*) FROM users") == 4)
    }

    @Test func columnsThatAreNotImportedAreKnownByTheirHeadings() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let others = (1...11).map { " Extra  \($0)" }
        let headings = (["NAME", "EMAIL"] + others).joined(separator: ",")

        let opened = try await desk.openDraft(
            house.upload(["Ana,ana@example.com,User"], under: headings))
        let draft = try await desk.draft(opened.draft.number)

        #expect(draft.otherColumns.count == 11)
        #expect(draft.otherColumns.headings == (1...10).map { "Extra  \($0)" })
    }

    @Test func anAddressOfAnotherAccountIsNoIssue() async throws {
        let house = try await House()

        let draft = try await house.open([
            "Sven,sven@contoso.example,", "P,paula@northwind.example,",
        ])

        #expect(draft.counts.faulty == 0)
    }

    @Test func theSameUploadAgainIsTheSameDraft() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)

        let first = try await desk.openDraft(house.upload(["Ana,ana@example.com,"]))
        let second = try await desk.openDraft(house.upload(["Ana,ana@example.com,"]))
        let refusal = await house.refusal { house in
            _ = try await desk.openDraft(house.upload(["Bo,bo@example.com,"]))
        }

        #expect(first.isNew && !second.isNew)
        #expect(first.draft == second.draft)
        #expect(refusal?.code == .draftKeyReused)
    }

    @Test func uploadsWithOneKeyAtOnceMakeOneDraft() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let lines = (0..<500).map { "N\($0),n\($0)@example.com," }

        let drafts = try await withThrowingTaskGroup(of: (draft: Draft, isNew: Bool).self) {
            group in
            for _ in 0..<5 {
                group.addTask { try await desk.openDraft(house.upload(lines)) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }

        #expect(Set(drafts.map(\.draft.number)).count == 1)
        #expect(drafts.count { $0.isNew } == 1)
        #expect(try await house.number("SELECT count(*) FROM draft_rows") == 500)
    }

    @Test func aFileThatCannotBeReadLeavesNothing() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)

        let refusal = await house.refusal { house in
            _ = try await desk.openDraft(house.upload([]))
        }
        let again = try await desk.openDraft(house.upload(["Ana,ana@example.com,"]))

        #expect(refusal != nil)
        #expect(again.isNew)
        #expect(try await house.number("SELECT count(*) FROM drafts") == 1)
    }

    @Test func anAccountHasFiftyOpenDraftsAtMost() async throws {
        var rules = House.quickRules
        rules.openDrafts = 3
        let house = try await House(rules: rules)
        for number in 1...3 { _ = try await house.open(["A,a@example.com,"], key: "\(number)") }

        let refusal = await house.refusal { house in
            _ = try await house.open(["A,a@example.com,"], key: "4")
        }
        _ = try await house.desk(of: house.anna, at: house.acme).discard(2)
        let fourth = try await house.open(["A,a@example.com,"], key: "4")
        let reopening = await house.refusal { house in
            _ = try await house.desk(of: house.anna, at: house.acme).reopen(2)
        }

        #expect(refusal?.code == .draftLimit)
        #expect(fourth.state == .open)
        #expect(reopening?.code == .draftLimit)
    }

    @Test func aForeignDraftIsAnsweredLikeAnAbsentOne() async throws {
        let house = try await House()
        let draft = try await house.open(["Ana,ana@example.com,"])

        let desk = try await house.desk(of: house.paula, at: house.beta)
        let foreign = await house.refusal { _ in _ = try await desk.draft(draft.number) }
        let absent = await house.refusal { _ in _ = try await desk.draft(77) }

        #expect(foreign?.code == .notFound)
        #expect(foreign == absent)
    }

    @Test func aReadingThatBrokeOffIsSweptWhenItsLeaseIsOver() async throws {
        let house = try await House()
        _ = try await house.open(["Ana,ana@example.com,"])
        try await house.witness.write { tx in
            try tx.run(
                """
                UPDATE drafts SET state = 'reading', lease_owner = 'gone',
                    lease_until = \(house.clock.now.adding(seconds: 10))
                """)
        }

        await house.committer.look()
        let before = try await house.number("SELECT count(*) FROM draft_rows")
        house.clock.turn(seconds: 11)
        await house.committer.look()

        #expect(before == 1)
        for table in ["drafts", "draft_rows", "draft_addresses", "draft_blocks"] {
            let left = try await house.number(SQL(stringLiteral: "SELECT count(*) FROM \(table)"))
            #expect(left == 0)
        }
    }

    @Test func aSweepThatStopsMidwayIsTakenOverWhenItsLeaseIsOver() async throws {
        let house = try await House()
        let draft = try await house.open((0..<6_000).map { "N\($0),n\($0)@y.example," })
        let id = DraftID(account: house.acme.id, number: draft.number)
        let now = house.clock.now
        let lease = Lease(owner: "stopped", until: now.adding(seconds: 10))
        try await house.witness.write { tx in
            try tx.run("UPDATE drafts SET state = 'reading', lease_until = 0")
            _ = try tx.claimAbandoned(lease, at: now)
            _ = try tx.sweepReading(id, lease)
        }

        await house.committer.look()
        let midway = try await house.number("SELECT count(*) FROM draft_rows")
        house.clock.turn(seconds: 11)
        await house.committer.look()

        #expect(midway > 0 && midway < 6_000)
        for table in ["drafts", "draft_rows", "draft_addresses", "draft_blocks"] {
            #expect(try await house.rowCount(of: table) == 0)
        }
        await #expect(throws: LeaseLost.self) {
            try await house.witness.write { try $0.sweepReading(id, lease) }
        }
    }

    @Test func rowsOfLongTextsAreStoredInSmallerChunks() async throws {
        let house = try await House()
        let long = String(repeating: "long ", count: 6_000)
        let lines = (0..<400).map { "\(long)\($0),n\($0)@y.example," }

        let draft = try await house.open(lines)

        #expect(draft.counts.here == 400)
        #expect(try await house.rows(of: draft.number).map(\.position) == Array(0..<400))
    }
}
