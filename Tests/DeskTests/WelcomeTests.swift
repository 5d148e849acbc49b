import Desk
import Directory
import Imports
import Store
import Testing

/// Sending Welcome emails: who gets one, how many, and what a second press does.
struct WelcomeTests {
    /// Acme with ten who have not registered, besides Anna and Uwe who have.
    func crowd() async throws -> (house: House, users: [User], desk: AccountDesk) {
        let house = try await House()
        var users: [User] = []
        for number in 0..<10 {
            let row = Row(name: "Person \(number)", email: "p\(number)@acme.example")
            users.append(try await house.add(row, to: house.acme))
        }
        return (house, users, try await house.desk(of: house.anna, at: house.acme))
    }

    let everybody = UserSelection.filter(UserQuery(), except: [])

    @Test func eachChosenUserGetsOneLetterAndNobodyElseDoes() async throws {
        let (house, users, desk) = try await crowd()
        let chosen = users.prefix(3).map(\.id)

        let outcome = try await desk.sendWelcome(request: "one", .ids(chosen), shown: 3)

        #expect(outcome == MailingOutcome(queued: 3, registered: 0))
        let letters = try await house.desk(of: house.paula, at: house.acme).mailbox(after: nil)
        #expect(letters.letters.map(\.address).sorted() == users.prefix(3).map(\.email).sorted())
        for user in users {
            let now = try await desk.user(user.id)
            #expect(now.welcome == (chosen.contains(user.id) ? .waiting : .notSent))
            #expect(now.welcomeAt == (chosen.contains(user.id) ? house.clock.now : nil))
            #expect(now.version == user.version)
        }
    }

    @Test func everybodyOfAListIsChosenWithoutNamingThem() async throws {
        let (house, users, desk) = try await crowd()
        var query = UserQuery()
        query.search = "person"

        let preview = try await desk.welcomePreview(.filter(query, except: [users[4].id]))
        let outcome = try await desk.sendWelcome(
            request: "one", .filter(query, except: [users[4].id]), shown: preview.shown)

        #expect(preview.shown == 9)
        #expect(outcome == MailingOutcome(queued: 9, registered: 0))
        #expect(try await desk.user(users[4].id).welcome == .notSent)
        #expect(try await house.rowCount(of: "letters") == 9)
        #expect(try await house.rowCount(of: "invitations") == 9)
    }

    @Test func whoHasRegisteredIsLeftOutAndCounted() async throws {
        let (house, _, desk) = try await crowd()

        let preview = try await desk.welcomePreview(everybody)
        let outcome = try await desk.sendWelcome(request: "one", everybody, shown: preview.shown)

        #expect(preview.shown == 12)
        #expect(preview.toSend == 10)
        #expect(preview.registered == 2)
        #expect(outcome == MailingOutcome(queued: 10, registered: 2))
        #expect(try await house.number("SELECT count(*) FROM users WHERE welcome <> 0") == 10)
    }

    @Test func aSelectionOfOnlyRegisteredUsersSendsNothing() async throws {
        let (house, _, desk) = try await crowd()
        var query = UserQuery()
        query.welcome = .registered

        let outcome = try await desk.sendWelcome(
            request: "one", .filter(query, except: []), shown: 2)

        #expect(outcome == MailingOutcome(queued: 0, registered: 2))
        #expect(try await house.rowCount(of: "letters") == 0)
    }

    @Test func aNumberThatNoLongerFitsSendsNothing() async throws {
        let (house, users, desk) = try await crowd()
        try await desk.deleteUser(users[0].id, version: 1)

        let refusals = [
            await house.refusal { _ in
                _ = try await desk.sendWelcome(request: "one", everybody, shown: 12)
            },
            await house.refusal { _ in
                _ = try await desk.sendWelcome(
                    request: "one", .ids(users.map(\.id)), shown: users.count)
            },
        ]

        #expect(refusals.allSatisfy { $0?.code == .selectionChanged })
        #expect(try await house.rowCount(of: "mailings") == 0)
        #expect(try await house.rowCount(of: "letters") == 0)
        #expect(try await house.number("SELECT count(*) FROM users WHERE welcome <> 0") == 0)
    }

    @Test func usersOfAnotherAccountAreNotChosenByTheirNumbers() async throws {
        let (house, _, desk) = try await crowd()
        for number in 0..<20 {
            _ = try await house.add(
                Row(name: "Other", email: "o\(number)@beta.example"), to: house.beta)
        }

        let refusal = await house.refusal { _ in
            _ = try await desk.sendWelcome(
                request: "one", .ids([ID(3), ID(20)]), shown: 2)
        }

        #expect(refusal?.code == .selectionChanged)
        #expect(try await house.rowCount(of: "letters") == 0)
    }

    @Test func theSameRequestAgainIsAnsweredAlikeAndSendsNothing() async throws {
        let (house, users, desk) = try await crowd()
        let first = try await desk.sendWelcome(request: "one", everybody, shown: 12)
        try await desk.deleteUser(users[0].id, version: 1)

        let again = try await desk.sendWelcome(request: "one", everybody, shown: 12)
        let other = await house.refusal { _ in
            _ = try await desk.sendWelcome(request: "one", .ids([users[1].id]), shown: 1)
        }

        #expect(again == first)
        #expect(other?.code == .requestReused)
        #expect(try await house.rowCount(of: "letters") == 10)
    }

    @Test func whoseEmailStillWaitsIsCountedAmongThoseWhoWereWrittenTo() async throws {
        let (_, users, desk) = try await crowd()
        _ = try await desk.sendWelcome(request: "one", .ids([users[0].id]), shown: 1)

        let preview = try await desk.welcomePreview(.ids(users.map(\.id)))

        #expect(preview.sentBefore == 1)
    }

    @Test func twentyPressesAtOnceSendOneLetterEach() async throws {
        let (house, _, desk) = try await crowd()

        let outcomes = try await withThrowingTaskGroup(of: MailingOutcome.self) { group in
            for _ in 0..<20 {
                group.addTask { [everybody] in
                    try await desk.sendWelcome(request: "one", everybody, shown: 12)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }

        #expect(outcomes == Array(repeating: MailingOutcome(queued: 10, registered: 2), count: 20))
        #expect(try await house.rowCount(of: "letters") == 10)
        #expect(try await house.rowCount(of: "mailings") == 1)
    }

    @Test func aSecondMailingEndsTheLinksOfTheFirst() async throws {
        let (house, users, desk) = try await crowd()
        let paula = try await house.desk(of: house.paula, at: house.acme)

        _ = try await desk.sendWelcome(request: "one", .ids([users[0].id]), shown: 1)
        let first = try #require(try await paula.mailbox(after: nil).letters.first)
        let old = try await paula.letter(first.number).link
        _ = try await desk.sendWelcome(request: "two", .ids([users[0].id]), shown: 1)
        let second = try #require(try await paula.mailbox(after: nil).letters.first)
        let new = try await paula.letter(second.number).link

        #expect(second.number == first.number + 1)
        #expect(old != new)
        #expect(try await house.rowCount(of: "invitations") == 1)
    }

    @Test func filtersShowWhereUsersAreOnTheirWayIn() async throws {
        let (house, users, desk) = try await crowd()
        _ = try await desk.sendWelcome(request: "one", .ids([users[0].id]), shown: 1)
        try await house.witness.write { tx in
            for (place, state) in [(1, 2), (2, 3), (3, 4)] {
                try tx.run(
                    """
                    UPDATE users SET welcome = \(state)
                    WHERE account_id = \(house.acme.id) AND id = \(users[place].id)
                    """)
            }
        }

        for (filter, expected) in [
            (WelcomeFilter.waiting, 1), (.sent, 1), (.failed, 1), (.unknown, 1), (.notSent, 6),
            (.registered, 2),
        ] {
            var query = UserQuery()
            query.welcome = filter
            let page = try await desk.users(query)
            #expect(page.total == expected, "\(filter)")
            #expect(page.users.count == expected, "\(filter)")
        }
    }

    @Test func thePreviewIsTheLetterOfTheFirstByNameWithALinkThatOpensNothing() async throws {
        let (house, users, desk) = try await crowd()

        let preview = try await desk.welcomePreview(everybody)

        #expect(preview.subject.contains("Acme"))
        #expect(preview.html.contains(users[0].displayName))
        #expect(preview.text.contains(users[0].email))
        #expect(preview.text.contains("Anna Aalto"))
        #expect(preview.text.contains("/register#preview"))
        #expect(try await house.rowCount(of: "invitations") == 0)
    }
}
