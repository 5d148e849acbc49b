package import Directory
package import Imports

/// What is stored of a user's form: the fields as shown, and the keys made of them in Swift, so
/// that both databases search and sort alike.
package struct UserFields: Sendable {
    package let email: EmailAddress
    package let firstName: String
    package let lastName: String
    package let name: String
    package let displayName: String
    package let sortKey: String
    package let searchKey: String
    package let role: Role

    package init(_ row: Row, email: EmailAddress, role: Role) {
        self.email = email
        firstName = row.firstName
        lastName = row.lastName
        name = row.name
        displayName = User.displayName(
            firstName: row.firstName, lastName: row.lastName, name: row.name)
        sortKey = SortKey(of: displayName).value
        searchKey =
            SearchKey(
                firstName: row.firstName, lastName: row.lastName, name: row.name, email: email
            ).value
        self.role = role
    }
}

extension Transaction {
    package func user(_ id: ID<User>, in account: ID<Account>) throws -> User? {
        try first(
            """
            SELECT \(User.columns) FROM users u WHERE u.account_id = \(account) AND u.id = \(id)
            """, User.read)
    }

    /// Adds a user, or answers nil because the address belongs to another one of the account.
    package func insertUser(_ fields: UserFields, in account: ID<Account>, at now: Timestamp)
        throws -> User?
    {
        let number = try first(
            """
            UPDATE accounts SET next_user = next_user + 1, users_rev = users_rev + 1
            WHERE id = \(account) RETURNING next_user - 1
            """
        ) { $0.integer(0) }
        guard let number else { throw Refusal.noSuchAccount }
        let added = try run(
            """
            INSERT INTO users (account_id, id, email, email_key, first_name, last_name, name,
                display_name, sort_key, search_key, role, created_at, changed_at)
            VALUES (\(account), \(number), \(fields.email.text), \(fields.email.key),
                \(fields.firstName), \(fields.lastName), \(fields.name), \(fields.displayName),
                \(fields.sortKey), \(fields.searchKey), \(fields.role), \(now), \(now))
            ON CONFLICT (account_id, email_key) DO NOTHING
            """)
        guard added == 1 else { return nil }
        try countUsers(in: account, by: 1)
        return try user(ID(number), in: account)
    }

    /// Holds the account's row until the transaction ends: whoever changes its users does this
    /// first, so what is read afterwards stays true. One more in `users_rev` tells drafts that
    /// they are behind.
    package func lockUsers(of account: ID<Account>) throws {
        try run("UPDATE accounts SET users_rev = users_rev + 1 WHERE id = \(account)")
    }

    /// Answers whether the address was free. Only after `lockUsers`.
    package func updateUser(
        _ id: ID<User>, in account: ID<Account>, to fields: UserFields, at now: Timestamp
    ) throws -> Bool {
        try run(
            """
            UPDATE users SET email = \(fields.email.text), email_key = \(fields.email.key),
                first_name = \(fields.firstName), last_name = \(fields.lastName),
                name = \(fields.name), display_name = \(fields.displayName),
                sort_key = \(fields.sortKey), search_key = \(fields.searchKey),
                role = \(fields.role), version = version + 1, changed_at = \(now)
            WHERE account_id = \(account) AND id = \(id) AND NOT EXISTS (
                SELECT 1 FROM users other WHERE other.account_id = \(account)
                    AND other.email_key = \(fields.email.key) AND other.id <> \(id))
            """) == 1
    }

    /// Deletes a user with every session. Only after `lockUsers`.
    package func deleteUser(_ id: ID<User>, in account: ID<Account>) throws {
        try deleteSessions(of: id, in: account)
        let deleted = try run(
            "DELETE FROM users WHERE account_id = \(account) AND id = \(id)")
        try countUsers(in: account, by: -deleted)
    }

    /// Whether somebody else is Account Admin too, and has registered if that is asked for. Only
    /// after `lockUsers`.
    package func hasAdmin(besides user: User, registered: Bool) throws -> Bool {
        let registration: SQL = registered ? " AND registered_at IS NOT NULL" : ""
        return try first(
            """
            SELECT 1 FROM users
            WHERE account_id = \(user.account) AND role = 'account_admin' AND id <> \(user.id)\(registration)
            LIMIT 1
            """
        ) { _ in true } ?? false
    }

    /// The key under which the user's address is unique in the account.
    package func emailKey(of id: ID<User>, in account: ID<Account>) throws -> String? {
        try first(
            "SELECT email_key FROM users WHERE account_id = \(account) AND id = \(id)"
        ) { $0.text(0) }
    }

    private func countUsers(in account: ID<Account>, by difference: Int) throws {
        try run(
            """
            UPDATE accounts SET user_count = user_count + \(difference) WHERE id = \(account)
            """)
    }
}

extension User {
    static let columns: SQL = """
        u.account_id, u.id, u.email, u.first_name, u.last_name, u.name, u.display_name, u.role,
        u.registered_at, u.created_at, u.version, u.draft_no, u.welcome, u.welcome_at,
        u.welcome_words
        """

    static let columnCount = 15

    /// A row that begins with `columns`.
    static func read(_ row: any Columns) -> User {
        User(
            account: ID(row.integer(0)), id: ID(row.integer(1)), email: row.text(2),
            firstName: row.text(3), lastName: row.text(4), name: row.text(5),
            displayName: row.text(6), role: Role(rawValue: row.text(7)) ?? .user,
            registeredAt: row.isNull(8) ? nil : Timestamp(row.integer(8)),
            createdAt: Timestamp(row.integer(9)), version: Int(row.integer(10)),
            draft: row.isNull(11) ? nil : Int(row.integer(11)),
            welcome: WelcomeState(rawValue: row.integer(12)) ?? .notSent,
            welcomeAt: row.isNull(13) ? nil : Timestamp(row.integer(13)),
            welcomeWords: row.isNull(14) ? "" : row.text(14))
    }
}
