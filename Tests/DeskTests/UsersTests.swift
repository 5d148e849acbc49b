import Desk
import Directory
import Imports
import Testing

struct UsersTests {
    private func names(_ desk: AccountDesk, _ query: UserQuery) async throws -> [String] {
        try await desk.users(query).users.map(\.displayName)
    }

    /// All pages of a query, walked to the end.
    private func walk(_ desk: AccountDesk, _ query: UserQuery) async throws -> [User] {
        var query = query
        var users: [User] = []
        repeat {
            let page = try await desk.users(query)
            #expect(page.users.count <= query.limit)
            users += page.users
            query.after = page.next
        } while query.after != nil
        return users
    }

    private func crowd(_ count: Int, in house: House) async throws {
        for number in 0..<count {
            let name = ["Zoë", "zoe", "Álvaro", "Émile", "emile"][number % 5]
            _ = try await house.add(
                Row(
                    name: name, email: "p\(number)@acme.example",
                    role: number % 4 == 0 ? "Account Admin" : ""),
                to: house.acme)
        }
    }

    @Test func pagesBringEverybodyOnceInTheOrderOfTheirNames() async throws {
        let house = try await House()
        try await crowd(23, in: house)
        let desk = try await house.desk(of: house.anna, at: house.acme)
        var query = UserQuery()
        query.limit = 4

        let users = try await walk(desk, query)

        #expect(users.count == 25)
        #expect(Set(users.map(\.id)).count == 25)
        #expect(users.map(\.displayName).first == "Álvaro")
        #expect(users.map(\.displayName).last == "Zoë")
        #expect(try await desk.users(query).total == 25)
    }

    @Test func aPageGoesOnAtTheRightPlaceWhenItsLastUserIsGone() async throws {
        let house = try await House()
        for name in ["Bea", "Carl", "Dora", "Emil"] {
            _ = try await house.add(Row(name: name, email: "\(name)@acme.example"), to: house.acme)
        }
        let desk = try await house.desk(of: house.anna, at: house.acme)
        var query = UserQuery()
        query.limit = 3
        let page = try await desk.users(query)
        #expect(page.users.map(\.displayName) == ["Anna Aalto", "Bea", "Carl"])

        try await desk.deleteUser(page.users[2].id, version: 1)
        query.after = page.next

        #expect(try await names(desk, query) == ["Dora", "Emil", "Uwe Urban"])
    }

    @Test(arguments: [
        ("müller", ["Zoë Müller"]), ("MULLER", ["Zoë Müller"]), ("zoe m", ["Zoë Müller"]),
        ("%", []), ("_", []), ("'", ["Siobhán O'Brien"]), ("  anna ", ["Anna Aalto"]),
        ("acme.example", ["Anna Aalto", "Siobhán O'Brien", "Uwe Urban", "Zoë Müller"]),
        ("nobody", []), ("\u{0}", ["Anna Aalto", "Siobhán O'Brien", "Uwe Urban", "Zoë Müller"]),
    ])
    func searchFindsWhateverTheLetterCaseAndAccents(text: String, found: [String]) async throws {
        let house = try await House()
        _ = try await house.add(
            Row(firstName: "Zoë", lastName: "Müller", email: "z@acme.example"), to: house.acme)
        _ = try await house.add(
            Row(name: "Siobhán O'Brien", email: "s@acme.example"), to: house.acme)
        let desk = try await house.desk(of: house.anna, at: house.acme)
        var query = UserQuery()
        query.search = text

        let page = try await desk.users(query)

        #expect(page.users.map(\.displayName) == found)
        #expect(page.total == found.count)
    }

    @Test func filtersCombineAndTheTotalIsOfThoseThatMatch() async throws {
        let house = try await House()
        try await crowd(20, in: house)
        let desk = try await house.desk(of: house.anna, at: house.acme)
        var query = UserQuery()
        query.limit = 2
        query.role = .accountAdmin
        #expect(try await walk(desk, query).count == 6)
        #expect(try await desk.users(query).total == 6)

        query.search = "zoe"
        #expect(try await walk(desk, query).allSatisfy { $0.role == .accountAdmin })
        #expect(try await desk.users(query).total == 2)

        query.role = .user
        #expect(try await desk.users(query).total == 6)

        query.draft = 1
        #expect(try await desk.users(query).total == 0)
    }

    @Test func aLimitIsBroughtWithinItsBounds() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        var query = UserQuery()

        for (limit, count) in [(0, 1), (-5, 1), (1, 1), (Int.max, 2)] {
            query.limit = limit
            #expect(try await desk.users(query).users.count == count)
        }
    }

    @Test(arguments: ["", "x", "1x0", "1xg0", "zzx61", "1x61x61", "1xff", "1x00", "-", "é"])
    func aPageMarkThatWasNeverGivenOutIsRefused(text: String) async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let partner = try await house.front.partnerDesk(for: house.paula)
        var query = UserQuery()
        query.after = PageMark(text: text)

        let users = await house.refusal { _ in _ = try await desk.users(query) }
        let accounts = await house.refusal { _ in
            _ = try await partner.accounts(search: "", after: query.after, limit: 10)
        }

        #expect(users?.code == .wrongValue && users?.field == "after")
        #expect(accounts == users)
    }

    @Test func aPageMarkHasLettersAndDigitsOnly() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        var query = UserQuery()
        query.limit = 1

        let mark = try await desk.users(query).next

        #expect(mark?.text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } == true)
    }
}
