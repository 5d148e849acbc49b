import Desk
import Directory
import Mail
import Store
import Synchronization
import Testing

/// Letters whose courier was away for a while, and connections that rest.
struct CourierLeaseTests {
    /// As after SIGSTOP for longer than the lease, just before the dot.
    @Test func noDotGoesOutOnceTheLeaseIsOver() async throws {
        let carrier = ScriptedCarrier()
        let (house, _) = try await House.waiting(1, carrier)
        let isOver = Atomic(false)
        let lagging = LaggingDatabase(database: house.database) {
            let held = try? await house.number(
                "SELECT count(*) FROM letters WHERE state = 'body_sent'")
            guard held == 1, !isOver.exchange(true, ordering: .relaxed) else { return }
            house.clock.turn(seconds: 11)
        }
        let office = Office(
            database: lagging, clock: house.clock.wall, rules: house.office.rules,
            logger: house.office.logger, post: house.office.post)

        await Courier(office: office).look()

        let wasAway = isOver.load(ordering: .relaxed)
        #expect(wasAway)
        #expect(carrier.recipients.isEmpty)
        #expect(try await house.number("SELECT count(*) FROM letters WHERE state = 'sent'") == 0)
    }

    @Test func theTwoDaysBeginWithTheFirstAttempt() async throws {
        let isOpen = Atomic(false)
        let carrier = ScriptedCarrier { message, bodySent in
            guard isOpen.load(ordering: .relaxed) else {
                return .postponed(Trouble(phase: .connect, words: "Nobody answers"))
            }
            return ScriptedCarrier.accept(message, bodySent)
        }
        let (house, _) = try await House.waiting(1, carrier)
        // Nothing was sent for three days: the server was off.
        house.clock.turn(minutes: 3 * 24 * 60)

        await Courier(office: house.office).look()
        house.clock.turn(minutes: 60)
        isOpen.store(true, ordering: .relaxed)
        await Courier(office: house.office).look()

        #expect(carrier.recipients == ["p0@acme.example"])
    }

    @Test func aConnectionThatRestsIsClosed() async throws {
        let carrier = ScriptedCarrier()
        let (house, _) = try await House.waiting(1, carrier) { rules in
            rules.courierConnections = 1
            rules.courierIdle = 1
        }

        let work = Task { try await Courier(office: house.office).run() }
        while carrier.closings == 0 { try await Task.sleep(for: .milliseconds(20)) }
        house.clock.turn(minutes: 1)
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let user = try await house.addUnregistered("late@acme.example", to: house.acme)
        _ = try await desk.sendWelcome(request: "two", .ids([user.id]), shown: 1)
        while carrier.recipients.count < 2 { try await Task.sleep(for: .milliseconds(20)) }
        work.cancel()

        #expect(carrier.recipients == ["p0@acme.example", "late@acme.example"])
    }
}
