import Desk
import Directory
import Imports
import Store
import Testing

struct SessionTests {
    @Test func halfAnHourWithoutARequestEndsASession() async throws {
        let house = try await House()
        let (token, _) = try await house.signIn(.anna)

        house.clock.turn(minutes: 29)
        #expect(try await house.front.session(token: token) != nil)
        house.clock.turn(minutes: 29)
        #expect(try await house.front.session(token: token) != nil)
        house.clock.turn(minutes: 30)
        #expect(try await house.front.session(token: token) == nil)
    }

    @Test func eightHoursEndASessionHoweverBusy() async throws {
        let house = try await House()
        let (token, _) = try await house.signIn(.anna)

        for _ in 1...47 {
            house.clock.turn(minutes: 10)
            #expect(try await house.front.session(token: token) != nil)
        }

        house.clock.turn(minutes: 10)
        #expect(try await house.front.session(token: token) == nil)
    }

    @Test func anEndedSessionStaysEndedWhenTheClockIsSetBack() async throws {
        let house = try await House()
        let (token, _) = try await house.signIn(.anna)

        house.clock.turn(minutes: 60)
        #expect(try await house.front.session(token: token) == nil)
        house.clock.turn(minutes: -60)

        #expect(try await house.front.session(token: token) == nil)
    }

    @Test func activityIsWrittenAtMostOnceAMinute() async throws {
        let house = try await House()
        let (token, _) = try await house.signIn(.anna)
        let begun = house.clock.now

        for (seconds, written) in [(59, 0), (1, 60), (59, 60), (1, 120)] as [(Int64, Int64)] {
            house.clock.turn(seconds: seconds)
            _ = try await house.front.session(token: token)

            let seen = try await house.witness.read { tx in
                try tx.first("SELECT seen_at FROM sessions") { $0.integer(0) }
            }
            #expect(seen == begun.adding(seconds: written).milliseconds)
        }
    }

    @Test func signingOutEndsThisSessionOnly() async throws {
        let house = try await House()
        let (first, _) = try await house.signIn(.anna)
        let (second, _) = try await house.signIn(.anna)

        try await house.front.signOut(token: first)
        try await house.front.signOut(token: first)

        #expect(first != second)
        #expect(try await house.front.session(token: first) == nil)
        #expect(try await house.front.session(token: second) != nil)
    }

    @Test(arguments: [
        "", "short", String(repeating: "a", count: 43), "käse", "'; DROP TABLE users",
    ])
    func whatNobodyWasGivenIsNoSession(token: String) async throws {
        let house = try await House()

        #expect(try await house.front.session(token: token) == nil)
        try await house.front.signOut(token: token)
    }

    @Test func aDemotedAdminIsOneNoLongerAtTheNextRequest() async throws {
        let house = try await House()
        let bea = try await house.add(
            Row(name: "Bea", email: "bea@acme.example", role: "Account Admin"),
            "four unrelated words", to: house.acme)
        let (token, session) = try await house.signIn("bea@acme.example", "four unrelated words")
        let held = try await house.desk(of: session.viewer, at: house.acme)

        let desk = try await house.desk(of: house.anna, at: house.acme)
        _ = try await desk.changeUser(
            bea.id, to: Row(name: "Bea", email: "bea@acme.example", role: "User"), version: 1)

        #expect(try await house.front.session(token: token)?.isAdmin == false)
        let refusal = await house.refusal { _ in _ = try await held.users(UserQuery()) }
        #expect(refusal?.code == .notFound)
    }

    @Test func aDeletedUsersSessionsEnd() async throws {
        let house = try await House()
        let (token, session) = try await house.signIn(.uwe)
        let desk = try await house.desk(of: house.anna, at: house.acme)

        try await desk.deleteUser(session.user.id, version: 1)

        #expect(try await house.front.session(token: token) == nil)
        #expect(try await house.rowCount(of: "sessions") == 0)
    }

    @Test func endedSessionsAreSwept() async throws {
        let house = try await House()
        _ = try await house.signIn(.anna)
        house.clock.turn(minutes: 31)
        _ = try await house.signIn(.uwe)

        try await Sweeper(office: house.office).sweep()

        #expect(try await house.rowCount(of: "sessions") == 1)
    }

    @Test func onlyAnAdminOfAnAccountWithCustomersIsAPartner() async throws {
        let house = try await House()

        #expect(try await house.signIn(.paula).session.isPartner)
        #expect(try await house.signIn(.anna).session.isPartner == false)
        #expect(try await house.signIn(.uwe).session.isAdmin == false)
    }
}
