import Desk
import Directory
import Imports
import Store
import Testing

struct DraftEditTests {
    @Test func aCorrectionClearsTheRowAndItsTwin() async throws {
        let house = try await House()
        let draft = try await house.open([
            "Ana,same@example.com,", "Bo,bo@example.com,", "Cy, Same@Example.com,",
        ])
        let before = try await house.rows(of: draft.number)

        let reply = try await house.edit(
            draft.number, [.set(position: 2, field: .email, value: "cy@example.com")])

        #expect(before.map(\.issues) == [.emailRepeated, [], .emailRepeated])
        #expect(before.map(\.twin) == [4, nil, 2])
        #expect(reply.window.draft.counts.faulty == 0)
        #expect(reply.window.rows.map(\.offset) == [0, 2])
        #expect(reply.window.rows.map(\.row.issues) == [[], []])
        #expect(reply.window.rows.map(\.row.wasFaulty) == [true, true])
        #expect(reply.moved == false)
    }

    @Test func deletingOneOfThreeLeavesTwoThatNameEachOther() async throws {
        let house = try await House()
        let draft = try await house.open(["A,x@y.example,", "B,x@y.example,", "C,x@y.example,"])

        let reply = try await house.edit(draft.number, [.delete(position: 0)])
        let last = try await house.edit(draft.number, [.delete(position: 1)])

        #expect(reply.moved)
        #expect(reply.window.rows.map(\.row.twin) == [4, 3])
        #expect(last.window.rows.map(\.row.issues) == [[]])
        #expect(last.window.draft.ledger.deleted == 2 && last.window.draft.ledger.balances)
    }

    @Test func onlyTwoOtherRowsAreWrittenHoweverManyShareAnAddress() async throws {
        let house = try await House()
        let draft = try await house.open((0..<300).map { "N\($0),same@example.com," })

        let reply = try await house.edit(draft.number, [.delete(position: 7)])
        let revision = reply.window.draft.revision
        let written = try await house.number(
            "SELECT count(*) FROM draft_rows WHERE changed_rev = \(revision)")

        #expect(written <= 3)
        #expect(reply.window.draft.counts.faulty == 299)
    }

    @Test func anEditAmongManyRowsAnswersOnlyThoseThatChangedAtTheirPlaces() async throws {
        let house = try await House()
        let lines = (0..<2_200).map { "N\($0),n\($0 % 2_150)@example.com," }
        let draft = try await house.open(lines)

        let whole = try await house.edit(
            draft.number, [.set(position: 1_030, field: .firstName, value: "Zed")],
            ranges: [1_020..<1_148])
        try await house.edit(draft.number, [.delete(position: 3)])
        let part = try await house.edit(
            draft.number, [.set(position: 1_030, field: .firstName, value: "Zoe")],
            ranges: [1_020..<1_148])
        let twin = try await house.edit(
            draft.number, [.set(position: 20, field: .firstName, value: "Zac")],
            ranges: [10..<40, 2_140..<2_160])

        #expect(whole.window.rows.map(\.offset) == [1_030])
        #expect(whole.window.rows.map(\.row.row.firstName) == ["Zed"])
        #expect(part.window.rows.map(\.offset) == [1_029])
        #expect(part.window.rows.map(\.row.position) == [1_030])
        #expect(twin.window.rows.map(\.offset) == [19])
        #expect(twin.window.rows.map(\.row.twin) == [2_172])
        #expect(twin.window.count == 2_199)
    }

    @Test func aRowThatNamesAnotherTwinNowIsInTheReply() async throws {
        let house = try await House()
        let lines = ["A", "B", "C", "D"].map { "\($0),x@y.example," } + ["E,e@y.example,"]
        let draft = try await house.open(lines)

        let reply = try await house.edit(
            draft.number, [.set(position: 0, field: .email, value: "a@y.example")])

        #expect(reply.window.rows.map(\.row.position) == [0, 1, 2, 3])
        #expect(reply.window.rows.map(\.row.twin) == [nil, 4, 3, 3])
    }

    @Test func theCountsOfAReplyAreThoseOfTheTables() async throws {
        let house = try await House()
        let draft = try await house.open(["Ana,x@y.example,", "Bo,x@y.example,", ",c@y.example,"])
        let edits: [Edit.Operation] = [
            .set(position: 2, field: .name, value: "Cy"),
            .set(position: 0, field: .email, value: "UWE@acme.example"),
            .set(position: 1, field: .role, value: "Boss"),
            .set(position: 0, field: .email, value: "ana@y.example"),
        ]

        for edit in edits {
            let reply = try await house.edit(draft.number, [edit])

            let desk = try await house.desk(of: house.anna, at: house.acme)
            #expect(try await desk.draft(draft.number) == reply.window.draft)
        }
    }

    @Test func anEditInAStoredListAnswersWhereItsRowsStandThere() async throws {
        let house = try await House()
        let draft = try await house.open(["Ana,ana@y.example,", ",b@y.example,", ",c@y.example,"])
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let view = try await desk.makeView(of: draft.number, .faulty, search: "")

        let inside = try await house.edit(
            draft.number, [.set(position: 2, field: .name, value: "Cy")], view: view.view)
        let outside = try await house.edit(
            draft.number, [.set(position: 0, field: .name, value: "Ann")], view: view.view)

        #expect(inside.window.rows.map(\.offset) == [1])
        #expect(inside.window.rows.map(\.row.row.name) == ["Cy"])
        #expect(outside.window.rows.isEmpty && outside.window.count == 2)
    }

    @Test func aDraftThatIsEditedLastsLonger() async throws {
        let house = try await House()
        let draft = try await house.open(["Ana,ana@example.com,"])
        let edit: [Edit.Operation] = [.set(position: 0, field: .name, value: "Ana Blue")]

        house.clock.turn(minutes: 59)
        let soon = try await house.edit(draft.number, edit)
        house.clock.turn(minutes: 2)
        let later = try await house.edit(draft.number, edit)

        #expect(soon.window.draft.expiresAt == draft.expiresAt)
        #expect(later.window.draft.expiresAt == draft.expiresAt?.adding(seconds: 61 * 60))
    }

    @Test func anEditToATakenAddressIsAnError() async throws {
        let house = try await House()
        let draft = try await house.open(["Ana,ana@example.com,"])

        let reply = try await house.edit(
            draft.number, [.set(position: 0, field: .email, value: " UWE@acme.example")])

        #expect(reply.window.rows.map(\.row.issues) == [.emailTaken])
        #expect(reply.window.rows.map(\.row.row.email) == ["uwe@acme.example"])
    }

    @Test func anAddedRowStandsAtTheEndAndIsFaulty() async throws {
        let house = try await House()
        let draft = try await house.open(["Ana,ana@example.com,", "", "", "Bo,bo@example.com,"])

        let reply = try await house.edit(draft.number, [.add(Row()), .add(Row())])
        let rows = try await house.rows(of: draft.number)

        #expect(reply.moved && reply.added == [2, 3])
        #expect(rows.map(\.number) == [2, 5, 6, 7])
        #expect(rows.last?.issues == [.nameMissing, .emailMissing])
        #expect(reply.window.draft.ledger.addedByHand == 2)
        #expect(reply.window.draft.ledger.balances)
        #expect(reply.window.draft.counts.faulty == 2)
    }

    @Test func whatIsNotThereCannotBeChanged() async throws {
        let house = try await House()
        let draft = try await house.open(["A,a@y.example,"])
        try await house.edit(draft.number, [.delete(position: 0)])

        let gone = await house.refusal { house in
            try await house.edit(
                draft.number, [.set(position: 0, field: .firstName, value: "B")])
        }
        let absent = await house.refusal { house in
            try await house.edit(draft.number, [.delete(position: 9)])
        }
        let before = try await house.desk(of: house.anna, at: house.acme).draft(draft.number)

        #expect(gone?.code == .wrongValue)
        #expect(absent?.code == .wrongValue)
        #expect(before.revision == 2)
    }

    @Test func aRestoredRowIsJudgedAnew() async throws {
        let house = try await House()
        let draft = try await house.open(["A,x@y.example,", "B,b@y.example,"])
        try await house.edit(draft.number, [.delete(position: 0)])
        try await house.edit(
            draft.number, [.set(position: 1, field: .email, value: "x@y.example")])

        let reply = try await house.edit(draft.number, [.restore(position: 0)])

        #expect(reply.moved)
        #expect(reply.window.rows.map(\.row.issues) == [.emailRepeated, .emailRepeated])
        #expect(reply.window.draft.ledger.deleted == 0 && reply.window.draft.ledger.balances)
    }

    @Test func aUserWhoComesOrGoesSettlesTheOpenDrafts() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open(["A,new@acme.example,"])

        let user = try await house.addUnregistered("new@acme.example", to: house.acme)
        let during = try await desk.draft(draft.number)
        try await desk.deleteUser(user.id, version: user.version)
        let after = try await desk.draft(draft.number)
        let behind = try await house.number(
            "SELECT count(*) FROM drafts d JOIN accounts a ON a.id = d.account_id WHERE a.users_rev <> d.users_rev"
        )

        #expect(during.counts.faulty == 1)
        #expect(after.counts.faulty == 0)
        #expect(behind == 0)
    }
}
