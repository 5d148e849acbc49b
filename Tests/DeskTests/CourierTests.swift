import Desk
import Directory
import Imports
import Glibc
import Mail
import Store
import Synchronization
import Testing

/// What becomes of letters, whatever the mail server does.
struct CourierTests {
    func courier(_ house: House) -> Courier {
        Courier(office: house.office, chance: { 0.5 })
    }

    func states(_ house: House) async throws -> [String: Int] {
        let states = try await house.witness.read { tx in
            try tx.all("SELECT state FROM letters") { $0.text(0) }
        }
        return states.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    func count(_ desk: AccountDesk, _ filter: WelcomeFilter) async throws -> Int {
        var query = UserQuery()
        query.welcome = filter
        return try await desk.users(query).total
    }

    @Test func eachLetterIsDeliveredOnceAndItsUserIsShownAsSent() async throws {
        let carrier = ScriptedCarrier()
        let (house, desk) = try await House.waiting(30, carrier)

        await courier(house).look()
        await courier(house).look()

        #expect(carrier.recipients.sorted() == (0..<30).map { "p\($0)@acme.example" }.sorted())
        #expect(try await states(house) == ["sent": 30])
        #expect(try await count(desk, .sent) == 30)
    }

    @Test func theDiskKnowsThatTheDotMayGoOutBeforeItDoes() async throws {
        let found = Mutex<[String]>([])
        let place = Mutex<House?>(nil)
        let carrier = ScriptedCarrier { message, bodySent in
            let outcome = ScriptedCarrier.accept(message, bodySent)
            guard let house = place.withLock({ $0 }) else { return outcome }
            let state = blocking {
                try? await house.witness.read { tx in
                    try tx.first("SELECT state FROM letters LIMIT 1") { $0.text(0) }
                }
            }
            found.withLock { $0.append(state.flatMap { $0 } ?? "") }
            return outcome
        }
        let (house, _) = try await House.waiting(1, carrier)
        place.withLock { $0 = house }

        await courier(house).look()

        #expect(found.withLock { $0 } == ["body_sent"])
        #expect(try await states(house) == ["sent": 1])
    }

    @Test func whatIsRefusedForGoodFailsWithTheServersWords() async throws {
        let carrier = ScriptedCarrier { _, _ in
            .refused(Trouble(phase: .recipient, code: 550, words: "No such mailbox here"))
        }
        let (house, desk) = try await House.waiting(2, carrier)

        await courier(house).look()
        house.clock.turn(minutes: 60 * 72)
        await courier(house).look()

        #expect(try await states(house) == ["failed": 2])
        var query = UserQuery()
        query.welcome = .failed
        let page = try await desk.users(query)
        #expect(
            page.users.map(\.welcomeWords) == Array(repeating: "No such mailbox here", count: 2))
    }

    @Test func whatIsRefusedForNowIsTriedAgainLaterAndLater() async throws {
        let attempts = Atomic(0)
        let carrier = ScriptedCarrier { message, bodySent in
            if attempts.add(1, ordering: .relaxed).newValue < 4 {
                return .postponed(Trouble(phase: .recipient, code: 451, words: "Greylisted"))
            }
            return ScriptedCarrier.accept(message, bodySent)
        }
        let (house, desk) = try await House.waiting(1, carrier)

        for (wait, expected) in [(0, 1), (59, 1), (1, 2), (299, 2), (1, 3), (899, 3), (1, 4)] {
            house.clock.turn(seconds: Int64(wait))
            await courier(house).look()
            #expect(attempts.load(ordering: .relaxed) == expected, "after \(wait) s")
        }

        #expect(carrier.recipients == ["p0@acme.example"])
        #expect(try await count(desk, .sent) == 1)
    }

    @Test func afterTwoDaysOfTroubleALetterIsGivenUp() async throws {
        let attempts = Atomic(0)
        let carrier = ScriptedCarrier { _, _ in
            attempts.add(1, ordering: .relaxed)
            return .postponed(Trouble(phase: .connect, words: "Nobody answers"))
        }
        let (house, desk) = try await House.waiting(1, carrier)

        for _ in 0..<60 {
            await courier(house).look()
            house.clock.turn(minutes: 60)
        }

        #expect(try await states(house) == ["failed": 1])
        #expect((40...60).contains(attempts.load(ordering: .relaxed)))
        var query = UserQuery()
        query.welcome = .failed
        #expect(try await desk.users(query).users.first?.welcomeWords == "Nobody answers")
    }

    @Test func aLetterOfUnknownFateIsNeverRepeatedByItself() async throws {
        let carrier = ScriptedCarrier { _, bodySent in
            try? bodySent()
            return .uncertain(Trouble(phase: .dot, words: "The connection was lost"))
        }
        let (house, desk) = try await House.waiting(3, carrier)

        for _ in 0..<5 {
            await courier(house).look()
            house.clock.turn(minutes: 60 * 24)
        }

        #expect(try await states(house) == ["unknown": 3])
        #expect(try await count(desk, .unknown) == 3)
        #expect(try await house.number("SELECT sum(attempts) FROM letters") == 3)
    }

    @Test func severalCouriersAtOnceDeliverEachLetterOnce() async throws {
        let carrier = ScriptedCarrier()
        let (house, _) = try await House.waiting(120, carrier)

        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<3 {
                let office = Office(
                    database: house.database, clock: house.clock.wall, rules: House.quickRules,
                    logger: house.office.logger, post: house.office.post)
                group.addTask { await Courier(office: office).look() }
            }
        }

        #expect(carrier.recipients.count == 120)
        #expect(Set(carrier.recipients).count == 120)
        #expect(try await states(house) == ["sent": 120])
    }

    /// As after kill -9 while four were in somebody's hands.
    @Test func whatAKilledCourierLeftIsTakenUpOnceItsLeaseRanOut() async throws {
        let carrier = ScriptedCarrier()
        let (house, desk) = try await House.waiting(6, carrier)
        try await house.witness.write { tx in
            try tx.run(
                """
                UPDATE letters SET state = CASE WHEN no <= 2 THEN 'sending' ELSE 'body_sent' END,
                    attempts = 1, lease_owner = 'killed',
                    lease_until = \(house.clock.now.adding(seconds: 10))
                WHERE no <= 4
                """)
        }

        await courier(house).look()
        #expect(try await states(house) == ["sending": 2, "body_sent": 2, "sent": 2])
        house.clock.turn(seconds: 10)
        await courier(house).look()
        await courier(house).look()

        #expect(try await states(house) == ["sent": 4, "unknown": 2])
        #expect(carrier.recipients.count == 4)
        #expect(try await count(desk, .unknown) == 2)
    }

    @Test func notMoreLettersAreBegunInAMinuteThanTheSettingSays() async throws {
        let carrier = ScriptedCarrier()
        let (house, _) = try await House.waiting(10, carrier) { $0.lettersPerMinute = 4 }
        let work = Task { [courier = courier(house)] in try await courier.run() }

        var counts: [Int] = []
        for (wait, expected) in [(0, 4), (59, 4), (1, 8), (60, 10)] {
            house.clock.turn(seconds: Int64(wait))
            house.office.letterBell.ring()
            for _ in 0..<3_000 where carrier.recipients.count < expected {
                try await Task.sleep(for: .milliseconds(20))
            }
            try await Task.sleep(for: .milliseconds(100))
            counts.append(carrier.recipients.count)
        }
        work.cancel()

        #expect(counts == [4, 4, 8, 10])
    }

    @Test func theMailboxTakesEverything() async throws {
        let house = try await House()
        let user = try await house.addUnregistered("new@acme.example", to: house.acme)
        let desk = try await house.desk(of: house.anna, at: house.acme)
        _ = try await desk.sendWelcome(request: "one", .ids([user.id]), shown: 1)

        await courier(house).look()

        #expect(try await desk.user(user.id).welcome == .sent)
        let paula = try await house.desk(of: house.paula, at: house.acme)
        #expect(try await paula.letter(1).line.state == .sent)
    }
}

/// Holds a thread of a connection, which may wait, until `work` is done.
func blocking<Answer: Sendable>(
    _ work: @escaping @Sendable () async -> Answer
) -> Answer {
    let answer = Mutex<Answer?>(nil)
    Task.detached {
        let found = await work()
        answer.withLock { $0 = found }
    }
    while true {
        if let found = answer.withLock({ $0 }) { return found }
        usleep(1_000)
    }
}
