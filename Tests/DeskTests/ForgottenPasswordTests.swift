import Desk
import Directory
import Imports
import Store
import Testing

/// A new password for whoever has the address, and no word about who has one.
struct ForgottenPasswordTests {
    private let new = "four unrelated words here"

    /// What the courier does with the wishes, and the address's newest letter in Acme.
    private func ask(_ house: House, _ email: String) async throws {
        try await house.front.forgotPassword(email: email)
        await Courier(office: house.office).look()
    }

    @Test func theLinkGivesAnotherPasswordAndEndsTheSessions() async throws {
        let house = try await House()
        let (token, _) = try await house.signIn(.uwe)

        try await ask(house, " UWE@acme.example")
        let link = try await house.newestToken()
        let look = try await house.front.invitation(link)
        try await house.front.accept(link, password: new)

        #expect(look.kind == .password)
        #expect(look.userName == "Uwe Urban")
        #expect(try await house.front.session(token: token) == nil)
        _ = try await house.signIn(Person.uwe.email, new)
        let old = await house.refusal { _ = try await $0.signIn(.uwe) }
        #expect(old?.code == .signInWrong)
        let again = await house.refusal {
            try await $0.front.accept(link, password: "another \(new)")
        }
        #expect(again?.code == .invitationUsed)
    }

    @Test func theLinkEndsAfterAnHour() async throws {
        let house = try await House()
        try await ask(house, Person.uwe.email)
        let link = try await house.newestToken()

        house.clock.turn(minutes: 60)

        let refusal = await house.refusal { try await $0.front.accept(link, password: new) }
        #expect(refusal?.code == .invitationExpired)
    }

    @Test(arguments: ["nobody@acme.example", "waiting@acme.example", "no address", "", "a@b"])
    func nobodyElseGetsALetter(email: String) async throws {
        let house = try await House()
        try await house.addUnregistered("waiting@acme.example", to: house.acme)

        try await ask(house, email)

        #expect(try await house.rowCount(of: "letters") == 0)
        #expect(try await house.rowCount(of: "password_wishes") == 0)
    }

    @Test func whoWasInvitedAndHasNotRegisteredGetsTheInvitationAgain() async throws {
        let house = try await House()
        let user = try await house.addUnregistered("waiting@acme.example", to: house.acme)
        let desk = try await house.desk(of: house.anna, at: house.acme)
        _ = try await desk.sendWelcome(request: "one", .ids([user.id]), shown: 1)
        let first = try await house.newestToken()

        try await ask(house, user.email)
        #expect(try await house.newestToken() == first, "asked within the hour")
        house.clock.turn(minutes: 61)
        try await ask(house, user.email)
        try await ask(house, user.email)

        let second = try await house.newestToken()
        #expect(try await house.rowCount(of: "letters") == 2)
        let old = await house.refusal { _ = try await $0.front.invitation(first) }
        #expect(old?.code == .invitationExpired)
        #expect(try await house.front.invitation(second).kind == .welcome)
        try await house.front.accept(second, password: new)
        _ = try await house.signIn(user.email, new)
    }

    @Test func whoseInvitationEndedWithTheOldAddressGetsNone() async throws {
        let house = try await House()
        let user = try await house.addUnregistered("waiting@acme.example", to: house.acme)
        let desk = try await house.desk(of: house.anna, at: house.acme)
        _ = try await desk.sendWelcome(request: "one", .ids([user.id]), shown: 1)
        try await house.database.write {
            try $0.withdrawInvitations(of: user.id, in: house.acme.id)
        }
        house.clock.turn(minutes: 61)

        try await ask(house, user.email)

        #expect(try await house.rowCount(of: "letters") == 1)
    }

    @Test func atMostThreeLettersGoToOnePersonInAnHour() async throws {
        let house = try await House()

        for _ in 0..<60 {
            try await ask(house, Person.uwe.email)
            house.clock.turn(minutes: 1)
        }

        #expect(try await house.rowCount(of: "letters") == 3)
    }

    @Test func atMostThreeLettersGoToOnePersonInADay() async throws {
        let house = try await House()

        for _ in 0..<47 {
            try await ask(house, Person.uwe.email)
            house.clock.turn(minutes: 30)
        }
        #expect(try await house.rowCount(of: "letters") == 3)

        house.clock.turn(minutes: 30)
        try await ask(house, Person.uwe.email)
        #expect(try await house.rowCount(of: "letters") == 4)
    }

    @Test func atMostTenLettersGoToOneAddressInADay() async throws {
        let house = try await House()
        for (account, password) in zip(
            [house.beta, house.globex, house.northwind, house.contoso],
            ["one", "two", "three", "four"])
        {
            try await house.addRegistered(
                Person.uwe.email, "uwe-works-here-\(password)", to: account)
        }

        for _ in 0..<40 {
            try await ask(house, Person.uwe.email)
            house.clock.turn(minutes: 30)
        }

        #expect(try await house.rowCount(of: "letters") == 10)
    }

    @Test func aChangedPasswordEndsTheLink() async throws {
        let house = try await House()
        let (token, session) = try await house.signIn(.uwe)
        try await ask(house, Person.uwe.email)
        let link = try await house.newestToken()

        try await house.front.profileDesk(for: session).changePassword(
            from: Person.uwe.password, to: new, keeping: token, origin: .home)

        let refusal = await house.refusal {
            try await $0.front.accept(link, password: "another \(new)")
        }
        #expect(refusal?.code == .invitationExpired)
    }

    @Test func eachAccountOfAnAddressGetsItsOwnLetter() async throws {
        let house = try await House()
        try await house.addRegistered(Person.uwe.email, "uwe-works-for-beta-1", to: house.beta)

        try await ask(house, Person.uwe.email)

        for account in [house.acme, house.beta] {
            let desk = try await house.desk(of: house.paula, at: account)
            let letters = try await desk.mailbox(after: nil).letters
            #expect(letters.count == 1)
            #expect(letters.first?.subject.contains(account.name) == true)
        }
    }

    @Test func theStateOfTheWelcomeEmailIsNotTouched() async throws {
        let house = try await House()

        try await ask(house, Person.uwe.email)

        #expect(try await house.number("SELECT count(*) FROM users WHERE welcome <> 0") == 0)
        #expect(try await house.number("SELECT count(*) FROM letters WHERE state = 'sent'") == 1)
    }
}
