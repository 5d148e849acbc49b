package import Directory

/// What a password is compared with.
package struct Credential: Sendable, Equatable {
    package let account: ID<Account>
    package let user: ID<User>
    package let passwordHash: String
}

extension Transaction {
    /// The registered users that have this address, in one account or in all, by account.
    package func credentials(forKey key: String, in account: ID<Account>?, limit: Int) throws
        -> [Credential]
    {
        let place: SQL = account.map { " AND account_id = \($0)" } ?? ""
        return try all(
            """
            SELECT account_id, id, password_hash FROM users
            WHERE email_key = \(key) AND registered_at IS NOT NULL
                AND password_hash IS NOT NULL\(place)
            ORDER BY account_id LIMIT \(limit)
            """, Credential.read)
    }

    package func credential(of user: ID<User>, in account: ID<Account>) throws -> Credential? {
        try first(
            """
            SELECT account_id, id, password_hash FROM users
            WHERE account_id = \(account) AND id = \(user) AND password_hash IS NOT NULL
            """, Credential.read)
    }

    /// Registers a user by a first password.
    package func register(
        _ user: ID<User>, in account: ID<Account>, passwordHash: String, at now: Timestamp
    ) throws {
        try run(
            """
            UPDATE users SET password_hash = \(passwordHash), registered_at = \(now)
            WHERE account_id = \(account) AND id = \(user) AND registered_at IS NULL
            """)
    }

    /// Gives a registered user another password.
    package func replacePassword(of user: ID<User>, in account: ID<Account>, by hash: String) throws
    {
        try run(
            """
            UPDATE users SET password_hash = \(hash)
            WHERE account_id = \(account) AND id = \(user) AND registered_at IS NOT NULL
            """)
    }

    /// Answers whether the old hash was still the one that holds.
    package func replacePassword(_ old: Credential, by passwordHash: String) throws -> Bool {
        try run(
            """
            UPDATE users SET password_hash = \(passwordHash)
            WHERE account_id = \(old.account) AND id = \(old.user)
                AND password_hash = \(old.passwordHash)
            """) == 1
    }
}

extension Credential {
    fileprivate static func read(_ row: any Columns) -> Credential {
        Credential(account: ID(row.integer(0)), user: ID(row.integer(1)), passwordHash: row.text(2))
    }
}
