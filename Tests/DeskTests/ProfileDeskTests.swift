import Desk
import Directory
import Imports
import Testing

struct ProfileDeskTests {
    @Test func everybodyMayRenameThemselves() async throws {
        let house = try await House()
        let desk = house.front.profileDesk(for: try await house.signIn(.uwe).session)

        let user = try await desk.rename(
            firstName: "Uwe-Karl", lastName: " Urban ", name: "", version: 1)

        #expect(user.displayName == "Uwe-Karl Urban" && user.version == 2)
        #expect(user.email == "uwe@acme.example" && user.role == .user)
        #expect(try await desk.user() == user)
        let anna = try await house.desk(of: house.anna, at: house.acme)
        var query = UserQuery()
        query.search = "uwe-karl"
        #expect(try await anna.users(query).total == 1)
    }

    @Test func aNameThatIsNoneOrAnOldVersionIsRefused() async throws {
        let house = try await House()
        let desk = house.front.profileDesk(for: try await house.signIn(.uwe).session)
        let long = String(repeating: "a", count: 201)

        let missing = await house.refusal { _ in
            _ = try await desk.rename(firstName: " ", lastName: "", name: "", version: 1)
        }
        let tooLong = await house.refusal { _ in
            _ = try await desk.rename(firstName: "U", lastName: long, name: "", version: 1)
        }
        let old = await house.refusal { _ in
            _ = try await desk.rename(firstName: "U", lastName: "", name: "", version: 0)
        }

        #expect(missing?.code == .wrongValue && missing?.field == "first_name")
        #expect(tooLong?.code == .wrongValue && tooLong?.field == "last_name")
        #expect(old?.code == .userChanged)
    }

    @Test func aNewPasswordEndsTheOtherSessions() async throws {
        let house = try await House()
        let (other, _) = try await house.signIn(.uwe)
        let (kept, session) = try await house.signIn(.uwe)
        let desk = house.front.profileDesk(for: session)

        try await desk.changePassword(
            from: Person.uwe.password, to: "four unrelated words", keeping: kept, origin: .home)

        #expect(try await house.front.session(token: kept) != nil)
        #expect(try await house.front.session(token: other) == nil)
        _ = try await house.signIn(Person.uwe.email, "four unrelated words")
        let old = await house.refusal { _ = try await $0.signIn(.uwe) }
        #expect(old?.code == .signInWrong)
    }

    @Test func guessingTheOldPasswordIsSlowedLikeSigningIn() async throws {
        let house = try await House()
        let (token, session) = try await house.signIn(.uwe)
        let desk = house.front.profileDesk(for: session)
        var codes: [Refusal.Code?] = []

        for _ in 1...4 {
            codes.append(
                await house.refusal { _ in
                    try await desk.changePassword(
                        from: "a guess", to: "four unrelated words", keeping: token, origin: .home)
                }?.code)
        }

        #expect(codes == [.passwordWrong, .passwordWrong, .passwordWrong, .tooManyAttempts])
    }

    @Test(arguments: ["short", "passwordpassword", "uwe@acme.example"])
    func aWeakPasswordIsRefusedBeforeTheOldOneIsTried(password: String) async throws {
        let house = try await House()
        let (token, session) = try await house.signIn(.uwe)
        let desk = house.front.profileDesk(for: session)
        let before = house.office.passwords.hashesMade

        let refusal = await house.refusal { _ in
            try await desk.changePassword(
                from: Person.uwe.password, to: password, keeping: token, origin: .home)
        }

        #expect(refusal?.code == .passwordTooWeak && refusal?.field == "new")
        #expect(house.office.passwords.hashesMade == before)
    }

    @Test func whoWasDeletedMeanwhileIsSignedOut() async throws {
        let house = try await House()
        let (token, session) = try await house.signIn(.uwe)
        let desk = house.front.profileDesk(for: session)
        try await house.desk(of: house.anna, at: house.acme).deleteUser(session.user.id, version: 1)

        for work in [
            { _ = try await desk.user() },
            { _ = try await desk.rename(firstName: "U", lastName: "", name: "", version: 1) },
            {
                try await desk.changePassword(
                    from: Person.uwe.password, to: "four unrelated words", keeping: token,
                    origin: .home)
            },
        ] as [@Sendable () async throws -> Void] {
            let refusal = await house.refusal { _ in try await work() }
            #expect(refusal?.code == .signInNeeded)
        }
    }
}
