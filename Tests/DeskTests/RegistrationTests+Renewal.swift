import Directory
import Imports
import Store
import TestDatabases
import Testing

@testable import Desk

/// New links for old ones, and what of a link is stored.
extension RegistrationTests {
    @Test func anOldLinkAsksForANewOneAtMostOnceAnHour() async throws {
        let house = try await House()
        let (_, token) = try await invited(house)
        house.clock.turn(seconds: 8 * 86_400)

        for _ in 0..<5 { try await house.front.renewInvitation(token) }

        #expect(try await house.rowCount(of: "letters") == 2)
        let new = try await house.newestToken()
        #expect(new != token)
        house.clock.turn(seconds: 3_599)
        try await house.front.renewInvitation(token)
        #expect(try await house.rowCount(of: "letters") == 2)
        house.clock.turn(seconds: 1)
        try await house.front.renewInvitation(token)
        #expect(try await house.rowCount(of: "letters") == 3)
        try await house.front.accept(try await house.newestToken(), password: Self.password)
    }

    @Test func nothingElseAsksForALetter() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let (moved, withdrawn) = try await invited(house, "moved@acme.example")
        _ = try await desk.changeUser(
            moved.id, to: Row(firstName: "Nina", email: "elsewhere@acme.example"), version: 1)
        let (_, used) = try await invited(house, "used@acme.example")
        try await house.front.accept(used, password: Self.password)
        let (_, waiting) = try await invited(house, "waiting@acme.example")
        let before = try await house.rowCount(of: "letters")

        for token in [withdrawn, used, waiting] + madeUp(waiting) {
            try await house.front.renewInvitation(token)
        }
        house.clock.turn(seconds: 8 * 86_400)
        for token in [withdrawn, used] + madeUp(waiting) {
            try await house.front.renewInvitation(token)
        }

        #expect(try await house.rowCount(of: "letters") == before)
    }

    @Test func noTokenIsStored() async throws {
        let house = try await House()
        let (_, token) = try await invited(house)
        try await house.front.accept(token, password: Self.password)

        let stored = try house.storage.everythingStored()

        #expect(!stored.contains(token))
        #expect(!stored.contains(token.suffix(43)))
    }
}
