package import Directory

extension Transaction {
    /// An account's own applications, in their order.
    package func applications(of account: ID<Account>) throws -> [Application] {
        try all(
            """
            SELECT id, name, letter, address, place FROM applications
            WHERE account_id = \(account) ORDER BY place, id
            """, Application.read)
    }

    /// What a user of this account finds.
    package func applications(in account: Account) throws -> ApplicationLists {
        ApplicationLists(
            fromPartner: try account.partner.map { try applications(of: $0) } ?? [],
            own: try applications(of: account.id))
    }

    /// Adds an application; at the end, unless its old place is before that and still free.
    package func addApplication(
        _ fields: ApplicationFields, at place: Int?, to account: ID<Account>
    ) throws -> Application {
        let number = try first(
            """
            UPDATE accounts SET next_application = next_application + 1 WHERE id = \(account)
            RETURNING next_application - 1
            """
        ) { $0.integer(0) }
        guard let number else { throw Refusal.noSuchAccount }
        let places = try applications(of: account).map(\.place)
        let end = (places.last ?? 0) + 1
        let isFree = place.map { (1...end).contains($0) && !places.contains($0) } ?? false
        let place = isFree ? place ?? end : end
        try run(
            """
            INSERT INTO applications (account_id, id, name, letter, address, place)
            VALUES (\(account), \(number), \(fields.name), \(fields.letter),
                \(fields.address.text), \(place))
            """)
        return Application(
            id: ID(number), name: fields.name, letter: fields.letter, address: fields.address,
            place: place)
    }

    package func changeApplication(
        _ id: ID<Application>, to fields: ApplicationFields, in account: ID<Account>
    ) throws {
        try run(
            """
            UPDATE applications SET name = \(fields.name), letter = \(fields.letter),
                address = \(fields.address.text)
            WHERE account_id = \(account) AND id = \(id)
            """)
    }

    /// Puts an application in a place, whoever stands there.
    package func putApplication(
        _ id: ID<Application>, at place: Int, in account: ID<Account>
    ) throws {
        try run(
            """
            UPDATE applications SET place = \(place)
            WHERE account_id = \(account) AND id = \(id)
            """)
    }

    package func deleteApplication(_ id: ID<Application>, in account: ID<Account>) throws {
        try run("DELETE FROM applications WHERE account_id = \(account) AND id = \(id)")
    }
}

extension Application {
    fileprivate static func read(_ row: any Columns) -> Application {
        Application(
            id: ID(row.integer(0)), name: row.text(1), letter: row.text(2),
            address: WebAddress(kept: row.text(3)), place: Int(row.integer(4)))
    }
}
