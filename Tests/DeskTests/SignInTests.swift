import Desk
import Directory
import Imports
import Store
import TestDatabases
import Testing

struct SignInTests {
    @Test func theRightPasswordBeginsASession() async throws {
        let house = try await House()

        let (token, session) = try await house.signIn(.anna)

        #expect(token.utf8.count == 43)
        #expect(session.viewer == house.anna)
        #expect(session.account.name == "Acme")
        #expect(session.isAdmin && !session.isPartner)
        #expect(try await house.front.session(token: token)?.user.email == "anna@acme.example")
    }

    @Test func theAddressMayBeWrittenInOtherLetterCaseAndWithBlanks() async throws {
        let house = try await House()

        let (_, session) = try await house.signIn(" ANNA@Acme.Example ", Person.anna.password)

        #expect(session.viewer == house.anna)
    }

    @Test func everyWayOfBeingWrongSoundsAlikeAndCostsOneHash() async throws {
        let house = try await House()
        try await house.addUnregistered("uma@acme.example", to: house.acme)
        let attempts = [
            (Person.anna.email, "not her password"), ("nobody@acme.example", Person.anna.password),
            ("uma@acme.example", "anything at all"), ("no address", "anything at all"),
            ("", ""), (Person.anna.email, ""),
        ]
        for (email, password) in attempts {
            let before = house.office.passwords.hashesMade

            let refusal = await house.refusal { _ = try await $0.signIn(email, password) }

            #expect(refusal?.code == .signInWrong)
            #expect(refusal?.message == "The email or the password is not right.")
            #expect(refusal?.remedy == "Check both and try again.")
            #expect(house.office.passwords.hashesMade == before + 1)
            house.clock.turn(minutes: 1)
        }
    }

    @Test func anAddressInSeveralAccountsCostsAHashEachAndAsksWhich() async throws {
        let house = try await House()
        for account in [house.beta, house.globex] {
            try await house.addRegistered("anna@acme.example", Person.anna.password, to: account)
        }
        let before = house.office.passwords.hashesMade

        let answer = try await house.front.signIn(
            email: Person.anna.email, password: Person.anna.password, account: nil, from: .home)

        guard case .choose(let accounts) = answer else {
            Issue.record("it should have asked")
            return
        }
        #expect(Set(accounts.map(\.name)) == ["Acme", "Beta", "Globex"])
        #expect(house.office.passwords.hashesMade == before + 3)

        let (_, session) = try await house.signIn(
            Person.anna.email, Person.anna.password, at: house.beta.id)
        #expect(session.account.name == "Beta")
        #expect(house.office.passwords.hashesMade == before + 4)
    }

    @Test func anAddressInFourAccountsCostsThreeHashes() async throws {
        let house = try await House()
        for account in [house.beta, house.globex, house.contoso] {
            try await house.addRegistered("anna@acme.example", "another one entirely", to: account)
        }
        let before = house.office.passwords.hashesMade

        _ = await house.refusal { _ = try await $0.signIn(Person.anna.email, "wrong everywhere") }

        #expect(house.office.passwords.hashesMade == before + 3)
    }

    @Test func onlyTheAccountsWhereThePasswordIsRightAreOffered() async throws {
        let house = try await House()
        try await house.addRegistered("anna@acme.example", "another one entirely", to: house.globex)

        let (_, session) = try await house.signIn(.anna)

        #expect(session.account.name == "Acme")
    }

    @Test func anAccountWithoutThatAddressIsRefusedLikeAWrongPassword() async throws {
        let house = try await House()

        let foreign = await house.refusal {
            _ = try await $0.signIn(
                Person.anna.email, Person.anna.password, at: $0.globex.id)
        }
        let absent = await house.refusal {
            _ = try await $0.signIn(Person.anna.email, Person.anna.password, at: ID(77))
        }

        #expect(foreign?.code == .signInWrong)
        #expect(foreign == absent)
    }

    @Test func aHashOfOldParametersIsMadeAnewAtSignIn() async throws {
        let house = try await House()
        var stronger = House.quickRules
        stronger.hashMemory = 2048
        let office = Office(
            database: house.database, clock: house.clock.wall, rules: stronger,
            logger: house.office.logger)
        let front = FrontDesk(office: office)

        for hashes in [2, 3] {
            _ = try await front.signIn(
                email: Person.uwe.email, password: Person.uwe.password, account: nil, from: .home)
            #expect(office.passwords.hashesMade == hashes)
        }

        let stored = try await house.witness.read { tx in
            try tx.credentials(forKey: Person.uwe.email, in: nil, limit: 1).first?.passwordHash
        }
        #expect(stored?.hasPrefix("$argon2id$v=19$m=2048,t=2,p=1$") == true)
    }

    @Test func theProductsOwnHashIsAsStrongAsPlanned() {
        let rules = OfficeRules()

        #expect(rules.hashMemory == 19 * 1024)
        #expect(rules.hashesAtOnce == 2)
        #expect(rules.hashesWaiting == 64)
    }

    @Test func noPasswordOrSecretStandsInTheDatabase() async throws {
        let house = try await House()
        let (token, _) = try await house.signIn(.anna)

        let stored = try house.storage.everythingStored()

        #expect(stored.contains("anna@acme.example"))
        #expect(!stored.contains(token))
        #expect(!stored.contains(Person.anna.password))
    }
}
