import Desk
import Directory
import Imports
import Mail
import Store
import Testing

/// Sending again: what failed, what nobody knows of, and reminders.
struct ResendingTests {
    private func crowd() async throws -> (house: House, users: [User], desk: AccountDesk) {
        let house = try await House()
        var users: [User] = []
        for (number, state) in [WelcomeState.failed, .unknown, .sent, .notSent].enumerated() {
            let user = try await house.addUnregistered("p\(number)@acme.example", to: house.acme)
            users.append(user)
            try await house.witness.write { tx in
                try tx.run(
                    """
                    UPDATE users SET welcome = \(state.rawValue), welcome_at = \(house.clock.now)
                    WHERE account_id = \(house.acme.id) AND id = \(user.id)
                    """)
            }
        }
        return (house, users, try await house.desk(of: house.anna, at: house.acme))
    }

    @Test func whatFailedAndWhatNobodyKnowsOfIsSentAgainWhenAskedFor() async throws {
        let (house, users, desk) = try await crowd()

        let outcome = try await desk.sendAgain(
            request: "one", users.prefix(2).map(\.id), shown: 2)

        #expect(outcome == MailingOutcome(queued: 2, registered: 0))
        #expect(try await desk.user(users[0].id).welcome == .waiting)
        #expect(try await desk.user(users[1].id).welcome == .waiting)
        #expect(try await house.rowCount(of: "letters") == 2)
    }

    @Test func whoIsNoLongerInTroubleIsAChangedSelection() async throws {
        let (house, users, desk) = try await crowd()

        let refusal = await house.refusal { _ in
            _ = try await desk.sendAgain(
                request: "one", users.prefix(3).map(\.id), shown: 3)
        }

        #expect(refusal?.code == .selectionChanged)
        #expect(try await house.rowCount(of: "letters") == 0)
    }

    @Test func remindersGoToThoseWhoWereWrittenToAndHaveNotRegisteredSince() async throws {
        let (house, users, desk) = try await crowd()
        var query = UserQuery()
        query.quietDays = 7

        #expect(try await desk.users(query).total == 0)
        house.clock.turn(minutes: 7 * 24 * 60)
        let page = try await desk.users(query)
        let preview = try await desk.welcomePreview(.filter(query, except: []))
        let outcome = try await desk.sendWelcome(
            request: "one", .filter(query, except: []), shown: preview.shown)

        #expect(page.users.map(\.id) == [users[2].id])
        #expect(preview.shown == 1)
        #expect(preview.sentBefore == 1)
        #expect(outcome.queued == 1)
        #expect(try await desk.users(query).total == 0)
    }

    @Test func anAccountSaysItInItsOwnWords() async throws {
        let (house, users, desk) = try await crowd()

        _ = try await desk.setLetterWords(
            subject: "Come in", greeting: "The door is open.", replyTo: " Help@Acme.example ")
        let preview = try await desk.welcomePreview(.ids([users[3].id]))
        let words = try await desk.letterWords()
        let refusals = [
            await house.refusal { _ in
                _ = try await desk.setLetterWords(subject: "", greeting: "", replyTo: "nobody")
            },
            await house.refusal { _ in
                _ = try await desk.setLetterWords(
                    subject: String(repeating: "a", count: 201), greeting: "", replyTo: "")
            },
        ]

        #expect(preview.subject == "Come in")
        #expect(preview.text.contains("The door is open."))
        #expect(words.replyTo?.text == "help@acme.example")
        #expect(refusals.map { $0?.field } == ["reply_to", "subject"])
    }

    @Test func aPersonSeesWhereTheyAreSignedInAndEndsTheOthers() async throws {
        let house = try await House()
        let (old, _) = try await house.signIn(.uwe)
        house.clock.turn(minutes: 5)
        let (own, session) = try await house.signIn(
            Person.uwe.email, Person.uwe.password,
            from: Origin(source: "198.51.100.7", agent: "elsewhere"))
        let desk = house.front.profileDesk(for: session)

        let lines = try await desk.sessions(current: own)
        try await desk.endOtherSessions(keeping: own)

        #expect(lines.map(\.source) == ["198.51.100.7", "192.0.2.1"])
        #expect(lines.map(\.isCurrent) == [true, false])
        #expect(try await house.front.session(token: old) == nil)
        #expect(try await house.front.session(token: own) != nil)
        #expect(try await desk.sessions(current: own).count == 1)
    }
}
