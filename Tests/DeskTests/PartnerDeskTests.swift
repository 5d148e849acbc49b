import Desk
import Directory
import Imports
import Store
import Testing

struct PartnerDeskTests {
    @Test func paulaSeesHerCustomersAndNeverHerselfOrOthers() async throws {
        let house = try await House()
        let desk = try await house.front.partnerDesk(for: house.paula)

        let page = try await desk.accounts(search: "", after: nil, limit: 50)

        #expect(page.lines.map(\.account.name) == ["Acme", "Beta"])
        #expect(page.lines.map(\.admin) == ["Anna Aalto", ""])
        #expect(page.lines.map(\.account.userCount) == [2, 0])
        #expect(page.lines.allSatisfy { $0.lastImport == nil && !$0.hasUnfinishedImport })
        #expect(page.total == 2 && page.next == nil)
    }

    @Test func anAccountsLineTellsOfItsImports() async throws {
        let house = try await House()
        let desk = try await house.front.partnerDesk(for: house.paula)
        func acme() async throws -> AccountLine {
            try await desk.accounts(search: "acme", after: nil, limit: 1).lines[0]
        }

        let draft = try await house.open(["Bea,bea@acme.example,User", "Carl,carl,User"])
        let before = try await acme()
        _ = try await house.desk(of: house.anna, at: house.acme).commit(draft.number)
        house.clock.turn(minutes: 1)
        let during = try await acme()
        await house.committer.look()
        let after = try await acme()

        #expect(before.hasUnfinishedImport && before.lastImport == nil)
        #expect(during.hasUnfinishedImport)
        #expect(after.lastImport == house.clock.now.adding(seconds: -60))
        #expect(after.hasUnfinishedImport && after.account.userCount == 3)
    }

    @Test func theFirstAdminIsTheFirstByName() async throws {
        let house = try await House()
        for name in ["Zoë", "Ágnes", "Bob"] {
            _ = try await house.add(
                Row(
                    name: name, email: "\(name.count)\(name.utf8.count)@b.example",
                    role: "Account Admin"),
                to: house.beta)
        }
        let desk = try await house.front.partnerDesk(for: house.paula)

        let page = try await desk.accounts(search: "beta", after: nil, limit: 50)

        #expect(page.lines.map(\.admin) == ["Ágnes"])
    }

    @Test func searchFoldsAndPagesAreCompleteAndInOrder() async throws {
        let house = try await House()
        let desk = try await house.front.partnerDesk(for: house.paula)
        for number in 10...30 { _ = try await desk.addAccount(name: "Café \(number)") }
        var names: [String] = []
        var mark: PageMark?

        repeat {
            let page = try await desk.accounts(search: " CAFE", after: mark, limit: 4)
            #expect(page.total == 21)
            names += page.lines.map(\.account.name)
            mark = page.next
        } while mark != nil

        #expect(names == (10...30).map { "Café \($0)" })
    }

    @Test func anAddedAccountIsThePartners() async throws {
        let house = try await House()
        let desk = try await house.front.partnerDesk(for: house.paula)

        let account = try await desk.addAccount(name: "  Fabrikam\tLtd ")

        #expect(account.name == "Fabrikam Ltd" && account.userCount == 0)
        #expect(account.partner == house.northwind.id)
        _ = try await house.desk(of: house.paula, at: account)
        let foreign = await house.refusal { _ = try await $0.desk(of: $0.sven, at: account) }
        #expect(foreign?.code == .notFound)
    }

    @Test(arguments: ["Acme", " ACME ", "Ácme"])
    func aNameIsFreeOnceUnderAPartner(name: String) async throws {
        let house = try await House()
        let paula = try await house.front.partnerDesk(for: house.paula)
        let sven = try await house.front.partnerDesk(for: house.sven)

        let refusal = await house.refusal { _ in _ = try await paula.addAccount(name: name) }

        #expect(refusal?.code == .accountNameTaken && refusal?.field == "name")
        _ = try await sven.addAccount(name: name)
    }

    @Test func manyWhoAddOneNameAtOnceAddOneAccount() async throws {
        let house = try await House()
        let desk = try await house.front.partnerDesk(for: house.paula)

        let refusals = await withTaskGroup(of: Refusal?.self) { group in
            for _ in 1...10 {
                group.addTask {
                    await house.refusal { _ in _ = try await desk.addAccount(name: "Fabrikam") }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }

        #expect(refusals.count { $0 == nil } == 1)
        #expect(refusals.count { $0?.code == .accountNameTaken } == 9)
    }

    @Test(arguments: ["", "   ", "\u{200B}", "\u{0}\u{7}", String(repeating: "a", count: 201)])
    func aNameThatIsNoneIsRefused(name: String) async throws {
        let house = try await House()
        let desk = try await house.front.partnerDesk(for: house.paula)

        let refusal = await house.refusal { _ in _ = try await desk.addAccount(name: name) }

        #expect(refusal?.code == .wrongValue && refusal?.field == "name")
    }

    @Test func whoIsNoLongerAdminAddsNothing() async throws {
        let house = try await House()
        let desk = try await house.front.partnerDesk(for: house.paula)
        try await house.witness.write { tx in
            try tx.run("UPDATE users SET role = 'user' WHERE email = \(Person.paula.email)")
        }

        let refusals = [
            await house.refusal { _ in _ = try await desk.addAccount(name: "Late") },
            await house.refusal { _ in
                _ = try await desk.accounts(search: "", after: nil, limit: 10)
            },
        ]

        #expect(refusals.allSatisfy { $0?.code == .notFound })
    }
}
