import Directory
import Imports
import Store
import TestDatabases
import Testing

@testable import Desk

/// From the letter's link to the first sign-in.
struct RegistrationTests {
    static let password = "four unrelated words here"

    /// A new user of Acme, a Welcome email to them, and what its link carries.
    func invited(_ house: House, _ email: String = "new@acme.example") async throws
        -> (user: User, token: String)
    {
        let user = try await house.add(
            Row(firstName: "Nina", lastName: "Novak", email: email), to: house.acme)
        return (user, try await token(for: user, house))
    }

    func token(for user: User, _ house: House) async throws -> String {
        let desk = try await house.desk(of: house.anna, at: house.acme)
        _ = try await desk.sendWelcome(
            request: "\(UInt64.random(in: .min ... .max))", .ids([user.id]), shown: 1)
        return try await house.newestToken()
    }

    @Test func thePageNamesTheAccountAndTheUser() async throws {
        let house = try await House()
        let (_, token) = try await invited(house)

        let look = try await house.front.invitation(token)

        #expect(
            look
                == InvitationLook(
                    kind: .welcome, accountName: "Acme", userName: "Nina Novak",
                    email: "new@acme.example", leastLength: 15))
    }

    @Test func whoChoosesAPasswordIsRegisteredAndSignsIn() async throws {
        let house = try await House()
        let (user, token) = try await invited(house)
        let before = await house.refusal { try await $0.refuseSignIn(user.email) }

        try await house.front.accept(token, password: Self.password)

        #expect(before?.code == .signInWrong)
        let (_, session) = try await house.signIn(user.email, Self.password)
        #expect(session.user.id == user.id)
        #expect(session.user.registeredAt == house.clock.now)
        #expect(!session.isAdmin)
    }

    @Test func whoRegistersIsSignedInWithASecretOfTheirOwn() async throws {
        let house = try await House()
        let (user, token) = try await invited(house)
        let (other, _) = try await house.signIn(.uwe)
        let origin = Origin(source: "192.0.2.7", agent: "tests")

        let begun = try #require(
            try await house.front.accept(token, password: Self.password, from: origin))

        #expect(begun.session.user.id == user.id)
        #expect(begun.token != token && begun.token != other)
        #expect(try await house.front.session(token: begun.token)?.user.id == user.id)
        #expect(try await house.front.session(token: other)?.user.email == Person.uwe.email)
        #expect(try await house.rowCount(of: "sessions") == 2)
    }

    @Test func whoIsRefusedIsNotSignedIn() async throws {
        let house = try await House()
        let (_, token) = try await invited(house)

        _ = await house.refusal { try await $0.front.accept(token, password: "short") }
        try await house.front.accept(token, password: Self.password)
        _ = await house.refusal { try await $0.front.accept(token, password: Self.password) }

        #expect(try await house.rowCount(of: "sessions") == 1)
    }

    @Test func lookingUsesNothingUp() async throws {
        let house = try await House()
        let (_, token) = try await invited(house)

        for _ in 0..<20 { _ = try await house.front.invitation(token) }

        try await house.front.accept(token, password: Self.password)
    }

    @Test func aLinkWorksOnce() async throws {
        let house = try await House()
        let (_, token) = try await invited(house)
        try await house.front.accept(token, password: Self.password)

        let looks = await house.refusal { _ = try await $0.front.invitation(token) }
        let second = await house.refusal {
            try await $0.front.accept(token, password: "another long password")
        }

        #expect(looks?.code == .invitationUsed)
        #expect(second?.code == .invitationUsed)
        _ = try await house.signIn("new@acme.example", Self.password)
    }

    @Test func ofAHundredAtOnceOneWins() async throws {
        var rules = House.quickRules
        rules.hashesWaiting = 200
        let house = try await House(rules: rules)
        let (_, token) = try await invited(house)

        let winners = await withTaskGroup(of: String?.self, returning: [String].self) { group in
            for number in 0..<100 {
                group.addTask {
                    let password = "password of contender \(number * 7919)"
                    do {
                        try await house.front.accept(token, password: password)
                        return password
                    } catch {
                        #expect((error as? Refusal)?.code == .invitationUsed)
                        return nil
                    }
                }
            }
            return await group.reduce(into: [String]()) { winners, winner in
                if let winner { winners.append(winner) }
            }
        }

        #expect(winners.count == 1)
        _ = try await house.signIn("new@acme.example", winners.first ?? "")
    }

    /// What ends a link, and that then nobody can tell it from one that never was.
    @Test func aLinkEnds() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        var dead: [String] = []

        let (resent, first) = try await invited(house, "resent@acme.example")
        _ = try await token(for: resent, house)
        dead.append(first)

        let (moved, second) = try await invited(house, "moved@acme.example")
        let elsewhere = Row(firstName: "Nina", email: "elsewhere@acme.example")
        _ = try await desk.changeUser(moved.id, to: elsewhere, version: 1)
        dead.append(second)

        let (deleted, third) = try await invited(house, "deleted@acme.example")
        try await desk.deleteUser(deleted.id, version: 1)

        let (_, late) = try await invited(house, "late@acme.example")
        house.clock.turn(seconds: 7 * 86_400 - 1)
        _ = try await house.front.invitation(late)
        house.clock.turn(seconds: 1)
        dead.append(late)

        // Nothing is left by which the link of somebody who is gone would be known.
        let unknown = madeUp(late) + [third]
        for token in dead + unknown {
            let look = await house.refusal { _ = try await $0.front.invitation(token) }
            let accept = await house.refusal {
                try await $0.front.accept(token, password: Self.password)
            }
            let expected: Refusal =
                unknown.contains(token) ? .noSuchInvitation : .invitationExpired
            #expect(look == expected, "\(token)")
            #expect(accept == expected, "\(token)")
        }
        #expect(
            try await house.number("SELECT count(*) FROM users WHERE registered_at IS NOT NULL")
                == 4)
    }

    func madeUp(_ token: String) -> [String] {
        let last = token.last == "A" ? "B" : "A"
        return [
            "", "made up", String(token.dropLast()), token + "A", String(token.dropLast()) + last,
            String(repeating: "A", count: 64), String(repeating: "é", count: 32),
            String(repeating: "=", count: 64), String(token.reversed()),
        ]
    }

    @Test func theTokenOfAnotherHouseOpensNothing() async throws {
        let (house, other) = (try await House(), try await House())
        let (_, token) = try await invited(other)
        _ = try await invited(house)

        let refusal = await house.refusal { _ = try await $0.front.invitation(token) }

        #expect(refusal == .noSuchInvitation)
    }

    @Test(arguments: [
        "short", "fourteen chars", "aaaaaaaaaaaaaaaaaaaaaaaa", "nina novak nina novak",
        "new@acme.example", String(repeating: "long ", count: 300),
    ])
    func aWeakPasswordIsRefusedAndUsesNothingUp(password: String) async throws {
        let house = try await House()
        let (_, token) = try await invited(house)

        let refusal = await house.refusal { try await $0.front.accept(token, password: password) }

        #expect(refusal?.code == .passwordTooWeak)
        try await house.front.accept(token, password: Self.password)
    }

    @Test func theLeastLengthIsASetting() async throws {
        var rules = House.quickRules
        rules.passwordLength = 10
        let house = try await House(rules: rules)
        let (_, token) = try await invited(house)

        #expect(try await house.front.invitation(token).leastLength == 10)
        try await house.front.accept(token, password: "kale sprig")
    }

    @Test func whoIsRegisteredByTheOperatorHasNoUseForALink() async throws {
        let house = try await House()
        let (user, token) = try await invited(house)
        try await house.witness.write { tx in
            try tx.register(
                user.id, in: house.acme.id, passwordHash: "elsewhere", at: house.clock.now)
        }

        let refusal = await house.refusal {
            try await $0.front.accept(token, password: Self.password)
        }

        #expect(refusal?.code == .invitationUsed)
    }
}

extension House {
    /// What the newest letter of Acme carries.
    func newestToken() async throws -> String {
        let desk = try await desk(of: paula, at: acme)
        let newest = try await desk.mailbox(after: nil, limit: 1).letters[0]
        let link = try await desk.letter(newest.number).link
        return String(link[link.index(after: link.lastIndex(of: "#")!)...])
    }

    fileprivate func refuseSignIn(_ email: String) async throws {
        _ = try await signIn(email, RegistrationTests.password)
    }
}
