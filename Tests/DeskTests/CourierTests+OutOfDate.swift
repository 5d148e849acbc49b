import Desk
import Directory
import Imports
import Glibc
import Mail
import Store
import Synchronization
import Testing

/// Letters that nobody should get any more.
extension CourierTests {
    @Test func whoIsGoneOrRegisteredOrElsewhereGetsNothing() async throws {
        let carrier = ScriptedCarrier()
        let (house, desk) = try await House.waiting(5, carrier)
        var query = UserQuery()
        query.search = "acme.example"
        let users = try await desk.users(query).users.filter { $0.email.hasPrefix("p") }
            .sorted { $0.email < $1.email }
        try await desk.deleteUser(users[0].id, version: 1)
        try await house.witness.write { tx in
            try tx.register(
                users[1].id, in: house.acme.id, passwordHash: "x", at: house.clock.now)
        }
        _ = try await desk.changeUser(
            users[2].id, to: Row(name: "Moved", email: "moved@acme.example"), version: 1)
        _ = try await desk.sendWelcome(request: "two", .ids([users[3].id]), shown: 1)

        await courier(house).look()

        #expect(carrier.recipients.sorted() == ["p3@acme.example", "p4@acme.example"])
        #expect(try await states(house) == ["cancelled": 4, "sent": 2])
        #expect(try await desk.user(users[2].id).welcome == .notSent)
    }

    @Test func aLetterThatGoesOutOfDateWhileItIsSentGetsNoDot() async throws {
        let place = Mutex<(House, ID<User>)?>(nil)
        let carrier = ScriptedCarrier { message, bodySent in
            guard let (house, user) = place.withLock({ $0 }) else {
                return ScriptedCarrier.accept(message, bodySent)
            }
            blocking {
                let desk = try? await house.desk(of: house.anna, at: house.acme)
                try? await desk?.deleteUser(user, version: 1)
            }
            return ScriptedCarrier.accept(message, bodySent)
        }
        let (house, desk) = try await House.waiting(1, carrier)
        var query = UserQuery()
        query.welcome = .waiting
        let user = try #require(try await desk.users(query).users.first)
        place.withLock { $0 = (house, user.id) }

        await courier(house).look()
        place.withLock { $0 = nil }
        house.clock.turn(minutes: 5)
        await courier(house).look()

        #expect(carrier.recipients == [])
        #expect(try await states(house) == ["cancelled": 1])
    }
}
