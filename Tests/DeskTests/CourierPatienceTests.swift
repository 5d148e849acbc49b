import Desk
import Directory
import Mail
import Store
import Synchronization
import Testing

/// What a courier does about letters that came to nothing while they waited, and with a server that
/// is of no use.
struct CourierPatienceTests {
    private static func those(_ filter: WelcomeFilter) -> UserQuery {
        var query = UserQuery()
        query.welcome = filter
        return query
    }

    @Test func lettersThatWentOutOfDateDoNotHoldUpTheOthers() async throws {
        let carrier = ScriptedCarrier()
        let (house, desk) = try await House.waiting(60, carrier)
        let everybody = try await desk.users(UserQuery()).total
        _ = try await desk.sendWelcome(
            request: "two", .filter(UserQuery(), except: []), shown: everybody)

        await Courier(office: house.office).look()

        #expect(carrier.recipients.count == 60)
        #expect(Set(carrier.recipients).count == 60)
        #expect(try await desk.users(Self.those(.sent)).total == 60)
    }

    @Test func whoseLinkEndedBeforeTheLetterWentOutIsFoundAmongTheFailed() async throws {
        let carrier = ScriptedCarrier()
        let (house, _) = try await House.waiting(2, carrier)
        house.clock.turn(minutes: 60 * 24 * 8)
        let later = try await house.desk(of: house.paula, at: house.acme)

        await Courier(office: house.office).look()

        let failed = try await later.users(Self.those(.failed)).users
        #expect(carrier.recipients.isEmpty)
        #expect(failed.count == 2)
        #expect(failed.first?.welcomeWords == "Its link ended before the email could be sent.")
    }

    @Test(arguments: [
        Delivered.uncertain(Trouble(phase: .dot, words: "No answer")),
        .postponed(Trouble(phase: .connect, words: "Nobody there")),
        .postponed(Trouble(phase: .sender, code: 421, words: "Too many messages")),
        .postponed(Trouble(phase: .recipient, words: "The connection was closed")),
        .postponed(Trouble(phase: .sender, code: 550, words: "Sender not allowed")),
    ])
    func aServerOfNoUseIsNotAskedAgainForEachLetter(_ outcome: Delivered) async throws {
        let asked = Mutex(0)
        let carrier = ScriptedCarrier { _, _ in
            asked.withLock { $0 += 1 }
            return outcome
        }
        let (house, _) = try await House.waiting(20, carrier) { rules in
            rules.courierConnections = 1
            rules.courierRest = 60_000
        }

        let work = Task { await Courier(office: house.office).look() }
        while asked.withLock({ $0 }) == 0 { try await Task.sleep(for: .milliseconds(5)) }
        try await Task.sleep(for: .milliseconds(300))
        work.cancel()
        await work.value

        #expect(asked.withLock { $0 } == 1)
    }

    @Test func aServerThatRefusesOneAfterAnotherIsAskedForAll() async throws {
        let carrier = ScriptedCarrier { _, _ in
            .refused(Trouble(phase: .recipient, code: 550, words: "No such mailbox"))
        }
        let (house, desk) = try await House.waiting(20, carrier) { $0.courierRest = 60_000 }

        await Courier(office: house.office).look()

        #expect(try await desk.users(Self.those(.failed)).total == 20)
    }
}
