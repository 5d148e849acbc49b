package import Directory

/// A registered user who may get a letter for a new password.
package struct ForgetfulUser: Sendable {
    package let user: User
    package let accountName: String
    /// When the last such letter was asked for.
    package let lastAsked: Timestamp?
}

extension Transaction {
    /// Notes a wish, known address or not; whoever is known is looked up later.
    package func wishForPassword(_ key: String, at now: Timestamp) throws {
        try run(
            """
            INSERT INTO password_wishes (email_key, asked_at) VALUES (\(key), \(now))
            ON CONFLICT (email_key) DO NOTHING
            """)
    }

    /// Takes wishes: they are few, and gone soon.
    package func takePasswordWishes(limit: Int) throws -> [String] {
        let keys = try all(
            """
            SELECT email_key FROM password_wishes WHERE email_key >= '' ORDER BY email_key
            LIMIT \(limit)
            """
        ) { $0.text(0) }
        for key in keys { try run("DELETE FROM password_wishes WHERE email_key = \(key)") }
        return keys
    }

    /// Who has registered with this address, in one account or several.
    package func forgetfulUsers(_ key: String, limit: Int) throws -> [ForgetfulUser] {
        try credentials(forKey: key, in: nil, limit: limit).compactMap { credential in
            guard let user = try user(credential.user, in: credential.account),
                let account = try account(credential.account)
            else { return nil }
            let lastAsked = try first(
                """
                SELECT created_at FROM invitations WHERE account_id = \(user.account)
                    AND user_id = \(user.id) AND kind = 'password'
                """
            ) { Timestamp($0.integer(0)) }
            return ForgetfulUser(user: user, accountName: account.name, lastAsked: lastAsked)
        }
    }
}
