package import Directory

/// An account as a partner's list shows it.
package struct AccountSummary: Sendable {
    package let account: Account
    /// The first Account Admin by name; empty when there is none.
    package let admin: String
    package let lastImport: Timestamp?
    package let hasUnfinishedImport: Bool
    package let place: ListPlace
}

extension Transaction {
    package func account(_ id: ID<Account>) throws -> Account? {
        try first("SELECT \(Account.columns) FROM accounts a WHERE a.id = \(id)", Account.read)
    }

    /// Every account with exactly this folded name, by number.
    package func accounts(named key: String) throws -> [Account] {
        try all(
            "SELECT \(Account.columns) FROM accounts a WHERE a.name_key = \(key) ORDER BY a.id",
            Account.read)
    }

    /// All accounts by name, for the operator.
    package func allAccounts() throws -> [Account] {
        try all(
            "SELECT \(Account.columns) FROM accounts a ORDER BY a.name_key, a.id", Account.read)
    }

    /// Adds an account, or answers nil because its partner has one of that name already, or
    /// because the number is taken (then another one is drawn).
    package func insertAccount(
        _ id: ID<Account>, name: String, key: String, partner: ID<Account>?, at now: Timestamp
    ) throws -> Account? {
        let added = try run(
            """
            INSERT INTO accounts (id, partner_id, name, name_key, created_at)
            VALUES (\(id), \(partner), \(name), \(key), \(now)) ON CONFLICT DO NOTHING
            """)
        return added == 1 ? Account(id: id, partner: partner, name: name, userCount: 0) : nil
    }

    /// A partner is an account that others name as theirs.
    package func isPartner(_ account: ID<Account>) throws -> Bool {
        try first("SELECT 1 FROM accounts WHERE partner_id = \(account) LIMIT 1") { _ in true }
            ?? false
    }

    /// A partner's customer accounts by name, at most `limit`. Names differ, so the name is the place.
    package func accounts(
        of partner: ID<Account>, search: String, after place: ListPlace?, limit: Int
    ) throws -> [AccountSummary] {
        let rest: SQL = place.map { " AND a.name_key > \($0.key)" } ?? ""
        let query: SQL = """
            SELECT \(Account.columns), a.name_key,
                (SELECT u.display_name FROM users u
                    WHERE u.account_id = a.id AND u.role = 'account_admin'
                    ORDER BY u.sort_key, u.id LIMIT 1),
                (SELECT max(d.commit_asked_at) FROM drafts d
                    WHERE d.account_id = a.id AND d.created > 0),
                (SELECT 1 FROM drafts d WHERE d.account_id = a.id
                    AND d.state IN ('matching', 'open', 'committing') LIMIT 1)
            FROM accounts a
            WHERE coalesce(a.partner_id, 0) = \(partner)\(found(search))\(rest)
            ORDER BY a.name_key LIMIT \(limit)
            """
        return try all(query, AccountSummary.read)
    }

    package func accountCount(of partner: ID<Account>, search: String) throws -> Int {
        try first(
            "SELECT count(*) FROM accounts a WHERE a.partner_id = \(partner)\(found(search))"
        ) { Int($0.integer(0)) } ?? 0
    }

    private func found(_ search: String) -> SQL {
        search.isEmpty ? "" : " AND " + dialect.contains("a.name_key", search)
    }
}

extension Account {
    static let columns: SQL = "a.id, a.partner_id, a.name, a.user_count"

    /// A row of `columns`, or a part of one.
    static func read(_ row: any Columns, from first: Int) -> Account {
        Account(
            id: ID(row.integer(first)),
            partner: row.isNull(first + 1) ? nil : ID(row.integer(first + 1)),
            name: row.text(first + 2), userCount: Int(row.integer(first + 3)))
    }

    static func read(_ row: any Columns) -> Account { read(row, from: 0) }
}

extension AccountSummary {
    fileprivate static func read(_ row: any Columns) -> AccountSummary {
        AccountSummary(
            account: Account.read(row), admin: row.isNull(5) ? "" : row.text(5),
            lastImport: row.isNull(6) ? nil : Timestamp(row.integer(6)),
            hasUnfinishedImport: !row.isNull(7),
            place: ListPlace(key: row.text(4), id: row.integer(0)))
    }
}
