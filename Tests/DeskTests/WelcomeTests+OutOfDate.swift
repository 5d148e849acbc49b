import Desk
import Directory
import Imports
import Store
import Testing

/// What comes between a user and the email.
extension WelcomeTests {
    @Test func anotherAddressMakesTheUserOneWhoWasNotWrittenTo() async throws {
        let (house, users, desk) = try await crowd()
        _ = try await desk.sendWelcome(request: "one", .ids([users[0].id]), shown: 1)

        let row = Row(name: "Person 0", email: "new@acme.example")
        _ = try await desk.changeUser(users[0].id, to: row, version: 1)

        #expect(try await desk.user(users[0].id).welcome == .notSent)
        #expect(
            try await house.number("SELECT count(*) FROM invitations WHERE expires_at = 0") == 1)
    }

    @Test func aDeletedUserHasNoInvitation() async throws {
        let (house, users, desk) = try await crowd()
        _ = try await desk.sendWelcome(request: "one", .ids([users[0].id]), shown: 1)

        try await desk.deleteUser(users[0].id, version: 1)

        #expect(try await house.rowCount(of: "invitations") == 0)
    }

    @Test func importingSendsNothing() async throws {
        let house = try await House()
        let draft = try await house.open(["Nina,nina@acme.example,"])
        let desk = try await house.desk(of: house.anna, at: house.acme)
        _ = try await desk.commit(draft.number)

        await house.committer.look()

        #expect(try await house.rowCount(of: "letters") == 0)
        var query = UserQuery()
        query.welcome = .notSent
        #expect(try await desk.users(query).total == 1)
    }

    @Test func aRightThatWasTakenAwaySendsNothing() async throws {
        let (house, _, _) = try await crowd()
        let desk = try await house.desk(of: house.paula, at: house.acme)
        let home = try await house.desk(of: house.paula, at: house.northwind)
        _ = try await house.add(
            Row(name: "Second", email: "second@northwind.example", role: "Account Admin"),
            "second-minds-northwind", to: house.northwind)
        _ = try await home.changeUser(
            ID(1), to: Row(name: "Paula", email: Person.paula.email, role: "User"), version: 1)

        let refusal = await house.refusal { _ in
            _ = try await desk.sendWelcome(request: "one", everybody, shown: 12)
        }

        #expect(refusal?.code == .notFound)
        #expect(try await house.rowCount(of: "letters") == 0)
    }
}
