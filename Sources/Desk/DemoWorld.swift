package import Directory
import Imports
import Store

/// The people a newcomer meets: two partners, their customers, and four who can sign in.
package struct DemoWorld: Sendable {
    /// Somebody who can sign in.
    package struct Person: Sendable {
        package let name: String
        package let email: String
        package let password: String
        package let role: Role
        package let account: String
    }

    package static let people = [
        Person(
            name: "Paula Park", email: "paula@northwind.example",
            password: "paula-of-northwind-demo", role: .accountAdmin, account: "Northwind"),
        Person(
            name: "Anna Aalto", email: "anna@acme.example", password: "anna-of-acme-demo",
            role: .accountAdmin, account: "Acme"),
        Person(
            name: "Uwe Urban", email: "uwe@acme.example", password: "uwe-of-acme-demo", role: .user,
            account: "Acme"),
        Person(
            name: "Sven Strand", email: "sven@contoso.example", password: "sven-of-contoso-demo",
            role: .accountAdmin, account: "Contoso"),
    ]

    private static let accounts: [(name: String, partner: String?)] = [
        ("Northwind", nil), ("Contoso", nil), ("Acme", "Northwind"), ("Beta", "Northwind"),
        ("Globex", "Contoso"),
    ]

    private let office: Office

    package init(office: Office) {
        self.office = office
    }

    /// Those of the people who are here; none in a database that had other accounts before.
    package func peopleHere() async throws -> [Person] {
        try await office.database.read { tx in
            let accounts = try tx.allAccounts()
            return try Self.people.filter { person in
                try accounts.contains {
                    try $0.name == person.account && tx.isTaken(person.email, in: $0.id)
                }
            }
        }
    }

    /// Furnishes an empty database, all at once; one with any account stays as it is.
    /// - Returns: whether it was empty.
    package func build() async throws -> Bool {
        guard try await office.database.read({ try $0.allAccounts().isEmpty }) else { return false }
        var hashes: [String] = []
        for person in Self.people {
            hashes.append(try await office.passwords.hash(person.password))
        }
        let now = office.clock.now()
        return try await office.database.write { [hashes] tx in
            guard try tx.allAccounts().isEmpty else { return false }
            var ids: [String: ID<Account>] = [:]
            for (name, partner) in Self.accounts {
                let partner = partner.flatMap { ids[$0] }
                ids[name] = try tx.addAccount(AccountName(name), partner: partner, at: now).id
            }
            try tx.furnish(ids, hashes, at: now)
            return true
        }
    }
}

extension Transaction {
    fileprivate func furnish(
        _ accounts: [String: ID<Account>], _ hashes: [String], at now: Timestamp
    )
        throws
    {
        for (person, hash) in zip(DemoWorld.people, hashes) {
            guard let account = accounts[person.account] else { continue }
            let row = Row.person(person.name, person.email, person.role)
            guard case .saved(let user) = try addUser(RowRules().judge(row), in: account, at: now)
            else { continue }
            try register(user.id, in: account, passwordHash: hash, at: now)
        }
        for (account, rows) in DemoWorld.colleagues {
            guard let account = accounts[account] else { continue }
            for row in rows { _ = try addUser(RowRules().judge(row), in: account, at: now) }
        }
        for (account, name, address) in DemoWorld.applications {
            guard let account = accounts[account] else { continue }
            let fields = try ApplicationFields(name: name, letter: "", address: address)
            _ = try addApplication(fields, at: nil, to: account)
        }
    }
}

extension DemoWorld {
    /// What Uwe finds when he signs in: the partner's, then those of his account.
    fileprivate static let applications = [
        ("Northwind", "Northwind Help Desk", "https://help.northwind.example/"),
        ("Acme", "Mail", "https://mail.acme.example/"),
        ("Acme", "Calendar", "https://calendar.acme.example/"),
        ("Acme", "Wiki", "https://wiki.acme.example/"),
    ]

    /// Users who have not registered yet.
    fileprivate static let colleagues: [(account: String, rows: [Row])] = [
        (
            "Acme",
            [
                .person("Zoë Müller", "zoe.mueller@acme.example", .user),
                .person("Kwame Mensah", "kwame.mensah@acme.example", .user),
                .person("Siobhán O’Brien", "siobhan.obrien@acme.example", .user),
                .person("田中 陽子", "yoko.tanaka@acme.example", .user),
                .person("Łukasz Wójcik", "lukasz.wojcik@acme.example", .accountAdmin),
            ]
        ),
        (
            "Beta",
            [
                .person("Beatriz Santos", "beatriz@beta.example", .accountAdmin),
                .person("Emre Yılmaz", "emre@beta.example", .user),
                .person("Noor de Vries", "noor@beta.example", .user),
            ]
        ),
        ("Globex", [.person("Greta Lind", "greta@globex.example", .accountAdmin)]),
    ]
}

extension Row {
    fileprivate static func person(_ name: String, _ email: String, _ role: Role) -> Row {
        let parts = name.split(separator: " ", maxSplits: 1).map(String.init)
        return Row(firstName: parts[0], lastName: parts[1], email: email, role: role.title)
    }
}
