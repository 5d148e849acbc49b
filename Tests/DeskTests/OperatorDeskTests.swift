import Desk
import Directory
import Imports
import TestDatabases
import Testing

struct OperatorDeskTests {
    private func desk(_ house: House) -> OperatorDesk {
        OperatorDesk(office: house.office)
    }

    @Test func accountsAreListedByName() async throws {
        let house = try await House()

        let accounts = try await desk(house).accounts()

        #expect(accounts.map(\.name) == ["Acme", "Beta", "Contoso", "Globex", "Northwind"])
        #expect(accounts[0].partner == house.northwind.id)
    }

    @Test func anAccountIsFoundByNameOrID() async throws {
        let house = try await House()

        for text in ["Acme", " acme", "ÁCME", house.acme.id.text] {
            #expect(try await desk(house).account(text).id == house.acme.id)
        }
        let refusal = await house.refusal { _ = try await desk($0).account("Nobody") }
        #expect(refusal?.code == .notFound)
    }

    @Test func aNameOfSeveralAccountsAsksForTheID() async throws {
        let house = try await House()
        let other = try await desk(house).addAccount(name: "Acme", partner: "Contoso")

        let refusal = await house.refusal { _ = try await desk($0).account("acme") }

        #expect(refusal?.code == .wrongValue)
        #expect(refusal?.remedy.contains(other.id.text) == true)
        #expect(refusal?.remedy.contains(house.acme.id.text) == true)
        #expect(try await desk(house).account(other.id.text).id == other.id)
    }

    @Test func aNameThatIsThereAlreadyIsRefused() async throws {
        let house = try await House()

        for (name, partner) in [("northwind", nil), ("ACME", "Northwind")] as [(String, String?)] {
            let refusal = await house.refusal {
                _ = try await desk($0).addAccount(name: name, partner: partner)
            }
            #expect(refusal?.code == .accountNameTaken)
        }
    }

    @Test func aCustomerCannotBeAPartner() async throws {
        let house = try await House()

        let refusal = await house.refusal {
            _ = try await desk($0).addAccount(name: "Nested", partner: "Acme")
        }

        #expect(refusal?.code == .wrongValue && refusal?.field == "partner")
    }

    @Test func aUserWithAPasswordIsRegisteredAndSignsIn() async throws {
        let house = try await House()
        let row = Row(name: "Bea", email: "bea@beta.example", role: "Account Admin")

        let user = try await house.add(row, "four unrelated words", to: house.beta)

        #expect(user.registeredAt == house.clock.now)
        let (_, session) = try await house.signIn("bea@beta.example", "four unrelated words")
        #expect(session.isAdmin && session.account.name == "Beta")
    }

    @Test func aWeakPasswordAddsNobody() async throws {
        let house = try await House()

        let refusal = await house.refusal {
            _ = try await $0.add(Row(name: "Bea", email: "bea@x.example"), "short", to: $0.beta)
        }

        #expect(refusal?.code == .passwordTooWeak)
        #expect(try await desk(house).account("Beta").userCount == 0)
    }

    @Test func theOperatorDoesWhatTheAccountsAdminsDo() async throws {
        let house = try await House()
        _ = try await house.addUnregistered("bea@beta.example", to: house.beta)

        let users = try await desk(house).desk(at: house.beta).users(UserQuery())

        #expect(users.users.map(\.email) == ["bea@beta.example"])
    }

    @Test func theDemoWorldIsFurnishedOnce() async throws {
        let storage = try TestDatabase()
        let office = try await House.emptyOffice(in: storage)
        let demo = DemoWorld(office: office)

        #expect(try await demo.build())
        #expect(try await demo.build() == false)

        for person in DemoWorld.people {
            let answer = try await FrontDesk(office: office).signIn(
                email: person.email, password: person.password, account: nil, from: .home)
            guard case .session(_, let session) = answer else {
                Issue.record("\(person.name) could not sign in")
                continue
            }
            #expect(session.user.displayName == person.name)
            #expect(session.account.name == person.account && session.user.role == person.role)
        }
        let accounts = try await OperatorDesk(office: office).accounts()
        #expect(accounts.map(\.name) == ["Acme", "Beta", "Contoso", "Globex", "Northwind"])
        #expect(accounts.map(\.userCount) == [7, 3, 1, 1, 1])
    }
}
