import Desk
import Directory
import Imports
import Store
import Testing

/// An edit whose session and right are looked at in its own transaction.
struct EditAtOnceTests {
    @Test func whoHasTheRightIsAnsweredAtOnce() async throws {
        let house = try await House()
        let draft = try await house.open(["Ana,ana@example.com,"])
        let (token, _) = try await house.signIn(.anna)

        let reply = try await house.front.edit(
            token: token, at: house.acme.id, draft: draft.number, .renaming(draft, "Zoe"))

        #expect(reply?.window.rows.map(\.row.row.firstName) == ["Zoe"])
        #expect(try await house.rows(of: draft.number).map(\.row.firstName) == ["Zoe"])
    }

    @Test func whoLooksAfterTheAccountIsAnsweredAtOnce() async throws {
        let house = try await House()
        let draft = try await house.open(["Ana,ana@example.com,"])
        let (token, _) = try await house.signIn(.paula)

        let reply = try await house.front.edit(
            token: token, at: house.acme.id, draft: draft.number, .renaming(draft, "Zoe"))

        #expect(reply?.window.rows.map(\.row.row.firstName) == ["Zoe"])
    }

    @Test func whoHasNoRightChangesNothing() async throws {
        let house = try await House()
        let draft = try await house.open(["Ana,ana@example.com,"])

        for person in [Person.uwe, .sven] {
            let (token, _) = try await house.signIn(person)
            let reply = try await house.front.edit(
                token: token, at: house.acme.id, draft: draft.number, .renaming(draft, "Zoe"))
            #expect(reply == nil)
        }

        #expect(try await house.rows(of: draft.number).map(\.row.firstName) == ["Ana"])
    }

    @Test func aSessionThatHasToBeLookedAtTakesTheLongWay() async throws {
        let house = try await House()
        let draft = try await house.open(["Ana,ana@example.com,"])
        let (token, _) = try await house.signIn(.anna)
        func edit() async throws -> EditReply? {
            try await house.front.edit(
                token: token, at: house.acme.id, draft: draft.number, .renaming(draft, "Zoe"))
        }

        house.clock.turn(seconds: 60)
        #expect(try await edit() == nil)
        house.clock.turn(minutes: 31)
        #expect(try await edit() == nil)

        #expect(try await house.rows(of: draft.number).map(\.row.firstName) == ["Ana"])
    }

    @Test func aDraftThatHasToBeSettledTakesTheLongWay() async throws {
        let house = try await House()
        let draft = try await house.open(["Ana,ana@example.com,"])
        let (token, _) = try await house.signIn(.anna)
        try await house.witness.write { try $0.run("UPDATE drafts SET users_rev = users_rev - 1") }

        let reply = try await house.front.edit(
            token: token, at: house.acme.id, draft: draft.number, .renaming(draft, "Zoe"))

        #expect(reply == nil)
    }
}

extension Edit {
    fileprivate static func renaming(_ draft: Draft, _ name: String) -> Edit {
        Edit(
            requestID: "renaming", revision: draft.revision,
            operations: [.set(position: 0, field: .firstName, value: name)], view: 0,
            ranges: [0..<10])
    }
}
