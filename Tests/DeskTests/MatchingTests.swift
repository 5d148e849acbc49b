import Desk
import Directory
import FoundationEssentials
import Imports
import Store
import Testing

/// Spreadsheets whose headings don't say which column holds what.
struct MatchingTests {
    private let people = """
        Wer,Kontakt,Rang
        Ana,ana@example.com,Chef
        Bo,bo@example.com,
        ,cy.example.com,User
        """

    @Test func aFileIsKeptUntilItsColumnsAreMatched() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)

        let draft = try await house.open(text: people)
        let waiting = try await desk.matching(draft.number)
        let unfinished = try await desk.unfinishedDrafts()
        let opened = try await house.match(draft, email: 2, name: 1, role: 3, chefs: .accountAdmin)
        let rows = try await house.rows(of: draft.number)

        #expect(draft.state == .matching && draft.counts.here == 0)
        #expect(waiting.file.sheets.map(\.columns.count) == [3])
        #expect(unfinished.map(\.number) == [draft.number])
        #expect(opened?.state == .open)
        #expect(rows.map(\.number) == [2, 3, 4])
        #expect(rows.map(\.row.name) == ["Ana", "Bo", ""])
        #expect(rows.map(\.row.role) == ["Account Admin", "", "User"])
        #expect(rows.map(\.issues) == [[], [], [.nameMissing, .emailMalformed]])
    }

    @Test func theFileGoesWhenItsRowsAreCommitted() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open(text: people)
        _ = try await house.match(draft, email: 2, name: 1)
        let before = try await house.number("SELECT count(*) FROM draft_files")

        _ = try await desk.commit(draft.number)
        await house.committer.look()
        let refusal = await house.refusal { _ in _ = try await desk.matchAgain(draft.number) }

        #expect(before == 1)
        #expect(refusal?.code == .draftClosed)
        #expect(try await house.number("SELECT count(*) FROM draft_files") == 0)
        #expect(try await house.number("SELECT count(*) FROM draft_matchings") == 0)
    }

    @Test func theColumnsOfAnOpenDraftAreMatchedAnew() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open(text: people)
        _ = try await house.match(draft, email: 2, name: 3, role: 1)
        try await house.edit(draft.number, [.add(Row(name: "New")), .delete(position: 0)])

        let can = try await desk.canMatchAgain(try await desk.draft(draft.number))
        let again = try await desk.matchAgain(draft.number)
        let proposed = try await desk.rememberedMatching(draft.number).file.sheets[0].columns
        let opened = try await house.match(draft, email: 2, name: 1)
        let rows = try await house.rows(of: draft.number)

        #expect(can && again.state == .matching && again.ledger == Ledger())
        #expect(proposed.map(\.proposal) == [.role, .email, .name])
        #expect(opened?.ledger.balances == true && opened?.ledger.read == 3)
        #expect(rows.map(\.row.name) == ["Ana", "Bo", ""])
        #expect(try await house.number("SELECT count(*) FROM draft_addresses") == 2)
    }

    @Test func aFileThatWasReadAsRememberedCanBeMatchedAnew() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let first = try await house.open(text: people)
        _ = try await house.match(first, email: 2, name: 1)

        let next = try await house.open(text: people + "\nDi,di@example.com,", key: "next")
        let again = try await desk.matchAgain(next.number)
        let opened = try await house.match(again, email: 2, name: 3)

        #expect(next.state == .open && next.counts.here == 4)
        #expect(opened?.counts.here == 4)
    }

    @Test func whoeverDoesNotAskIsRefusedAsBefore() async throws {
        let house = try await House()

        let refusal = await house.refusal { house in
            _ = try await house.open(text: people, asks: false)
        }
        let pointless = await house.refusal { house in
            _ = try await house.open(text: "COLOUR,SIZE\n1,2")
        }

        #expect(refusal?.code == .headingsMissing)
        #expect(pointless?.code == .headingsMissing)
        #expect(try await house.number("SELECT count(*) FROM drafts") == 0)
        #expect(try await house.number("SELECT count(*) FROM draft_files") == 0)
    }

    @Test func allThatIsWrongIsSaidAtOnceAndTheDraftWaitsOn() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open(text: people)

        let wrong = try await desk.match(
            draft.number, MatchChoices(sheet: 1, columns: [(9, .name)], roles: []))
        let after = try await desk.draft(draft.number)

        guard case .wrong(let problems) = wrong else { return #expect(Bool(false)) }
        #expect(
            problems.map(\.message) == [
                "The sheet has no column 9.", "Choose which column holds EMAIL.",
            ])
        #expect(after.state == .matching)
    }

    @Test func theSameUploadAgainIsTheSameDraft() async throws {
        let house = try await House()

        let first = try await house.open(text: people)
        let second = try await house.open(text: people)

        #expect(first == second)
    }

    @Test func aFileWithTheSameHeadingsIsReadAsItWasMatched() async throws {
        let house = try await House()
        let first = try await house.open(text: people)
        _ = try await house.match(first, email: 2, name: 1, role: 3, chefs: .user)

        let next = try await house.open(
            text: "wer,KONTAKT,Rang\nDi,di@example.com,chef", key: "next")
        let foreign = try await house.open(
            text: people, key: "x", at: house.contoso, by: house.sven)
        let rows = try await house.rows(of: next.number)

        #expect(next.state == .open)
        #expect(rows.map(\.row) == [Row(name: "Di", email: "di@example.com", role: "User")])
        #expect(foreign.state == .matching)
    }

    @Test func aFileThatHasNoUsersAsItWasMatchedWaitsOn() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open(text: "Wer,Kontakt,Leer\nAna,ana@example.com,")

        let refusal = await house.refusal { _ in
            _ = try await desk.match(
                draft.number, MatchChoices(sheet: 1, columns: [(3, .email)], roles: []))
        }
        let opened = try await house.match(draft, email: 2, name: 1)

        #expect(refusal?.code == .fileEmpty)
        #expect(opened?.counts.here == 1)
    }

    @Test func whatACrashLeftWhileItWasReadWaitsAgain() async throws {
        let house = try await House()
        let draft = try await house.open(text: people)
        let id = DraftID(account: house.acme.id, number: draft.number)
        let lease = Lease(owner: "gone", until: house.clock.wall.now().adding(seconds: 1))
        let began = try await house.database.write { try $0.beginMatched(id, lease) }

        house.clock.turn(seconds: 100)
        await house.committer.look()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let after = try await desk.draft(draft.number)
        let opened = try await house.match(draft, email: 2, name: 1)

        #expect(began && after.state == .matching)
        #expect(opened?.counts.here == 3)
    }

    @Test func aDraftThatWaitsCanBeDiscardedAndBroughtBack() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open(text: people)

        let gone = try await desk.discard(draft.number)
        let refusal = await house.refusal { _ in _ = try await desk.matching(draft.number) }
        let back = try await desk.reopen(draft.number)
        let opened = try await house.match(draft, email: 2, name: 1)

        #expect(gone.state == .discarded && back.state == .matching)
        #expect(refusal?.code == .draftClosed)
        #expect(opened?.counts.here == 3)
    }

    @Test func afterItsDaysNothingOfTheFileIsKept() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open(text: people)

        house.clock.turn(seconds: 31 * 24 * 3_600)
        await house.committer.look()
        let refusal = await house.refusal { _ in _ = try await desk.matching(draft.number) }

        #expect(refusal != nil)
        #expect(try await house.number("SELECT count(*) FROM draft_files") == 0)
        #expect(try await house.number("SELECT count(*) FROM draft_matchings") == 0)
    }

    @Test func nothingElseCanBeDoneWithIt() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open(text: people)
        let open = try await house.open(["Eva,eva@example.com,"], key: "open")

        let commit = await house.refusal { _ in _ = try await desk.commit(draft.number) }
        let edit = await house.refusal { house in
            try await house.edit(draft.number, [.add(Row())])
        }
        let matched = await house.refusal { _ in _ = try await desk.matching(open.number) }

        #expect(commit?.code == .draftClosed && edit?.code == .draftClosed)
        #expect(matched?.code == .draftClosed)
    }

    @Test func aFileOfManyPartsIsReadAsItCame() async throws {
        let house = try await House()
        let users = (0..<30_000).map { "N\($0),n\($0)@example.com,some words to fill the file" }
        let text = (["Wer,Kontakt,Notiz"] + users).joined(separator: "\n")

        let draft = try await house.open(text: text)
        let parts = try await house.number("SELECT count(*) FROM draft_files")
        let opened = try await house.match(draft, email: 2, name: 1)

        #expect(parts == 2)
        #expect(opened?.counts.clean == 30_000)
    }
}

extension House {
    /// Uploads a text whose columns may be matched.
    fileprivate func open(
        text: String, key: String = "key", asks: Bool = true, at account: Account? = nil,
        by viewer: Viewer? = nil
    ) async throws -> Draft {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let digest = Array(repeating: UInt8(truncatingIfNeeded: text.utf8.count), count: 32)
        var upload = Upload(
            key: key, fileName: "people.csv", path: file.path, byteCount: text.utf8.count,
            sha256: digest)
        if asks { upload.keptFrom = file.path }
        let desk = try await desk(of: viewer ?? anna, at: account ?? acme)
        return try await desk.openDraft(upload).draft
    }

    /// Matches columns, from 1; nil if something was wrong.
    fileprivate func match(
        _ draft: Draft, email: Int, name: Int, role: Int? = nil, chefs: Role? = nil
    ) async throws -> Draft? {
        let desk = try await desk(of: anna, at: acme)
        let choices = MatchChoices(
            sheet: 1,
            columns: [(email, .email), (name, .name)] + (role.map { [($0, .role)] } ?? []),
            roles: chefs.map { [("Chef", $0)] } ?? [])
        guard case .opened(let opened) = try await desk.match(draft.number, choices) else {
            return nil
        }
        return opened
    }
}
