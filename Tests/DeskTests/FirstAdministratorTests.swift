import Desk
import Directory
import Imports
import TestDatabases
import Testing

/// The way in to a house that nobody can get into yet.
struct FirstAdministratorTests {
    @Test func theFirstAdministratorRegistersByALinkOnce() async throws {
        let storage = try TestDatabase()
        defer { withExtendedLifetime(storage) {} }
        let office = try await House.emptyOffice(in: storage)
        let desk = OperatorDesk(office: office)
        #expect(try await desk.firstAdministrator()?.link == nil)
        let account = try await desk.addAccount(name: "Acme", partner: nil)
        _ = try await desk.addUser(
            Row(name: "Uwe", email: "uwe@acme.example"), to: account, password: nil)
        #expect(try await desk.firstAdministrator()?.link == nil)
        _ = try await desk.addUser(
            Row(name: "Anna", email: "anna@acme.example", role: "Account Admin"), to: account,
            password: nil)

        let older = try #require(try await desk.firstAdministrator())
        let first = try #require(try await desk.firstAdministrator())
        let front = FrontDesk(office: office)

        #expect(first.user.email == "anna@acme.example")
        await #expect(throws: Refusal.self) {
            try await front.accept(older.token, password: "four unrelated words here")
        }
        try await front.accept(first.token, password: "four unrelated words here")
        #expect(try await desk.firstAdministrator()?.link == nil)
        let signIn = try await front.signIn(
            email: "anna@acme.example", password: "four unrelated words here", account: nil,
            from: .home)
        guard case .session(_, let session) = signIn else { throw Unsettled() }
        #expect(session.isAdmin)
    }

    @Test func aHouseWithAnAdministratorHasNoSuchLink() async throws {
        let house = try await House()
        _ = try await house.add(
            Row(name: "Second", email: "second@acme.example", role: "Account Admin"),
            to: house.acme)

        #expect(try await OperatorDesk(office: house.office).firstAdministrator()?.link == nil)
    }
}

extension FirstAdministrator {
    fileprivate var token: String { String(link[link.index(after: link.lastIndex(of: "#")!)...]) }
}
