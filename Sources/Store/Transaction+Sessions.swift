package import Directory

/// A session as it is stored, with the user as they are at this moment.
package struct StoredSession: Sendable {
    package let user: User
    package let account: Account
    /// An Account Admin of a partner, an account that others name as theirs.
    package let isPartner: Bool
    package let seenAt: Timestamp
    package let createdAt: Timestamp
    package let expiresAt: Timestamp
}

extension Transaction {
    package func session(_ hash: [UInt8]) throws -> StoredSession? {
        try first(
            """
            SELECT \(User.columns), \(Account.columns), s.seen_at, s.created_at, s.expires_at,
                (SELECT 1 FROM accounts c WHERE c.partner_id = a.id LIMIT 1)
            FROM sessions s JOIN users u ON u.account_id = s.account_id AND u.id = s.user_id
                JOIN accounts a ON a.id = s.account_id
            WHERE s.token_hash = \(hash)
            """
        ) { row in
            let user = User.read(row)
            let rest = User.columnCount
            return StoredSession(
                user: user, account: Account.read(row, from: rest),
                isPartner: user.role == .accountAdmin && !row.isNull(rest + 7),
                seenAt: Timestamp(row.integer(rest + 4)),
                createdAt: Timestamp(row.integer(rest + 5)),
                expiresAt: Timestamp(row.integer(rest + 6)))
        }
    }

    /// Begins a session if the user still has the password that was found right; answers whether.
    package func beginSession(
        _ hash: [UInt8], for credential: Credential, at now: Timestamp, until end: Timestamp,
        source: String, agent: String
    ) throws -> Bool {
        try run(
            """
            INSERT INTO sessions (token_hash, account_id, user_id, created_at, seen_at, expires_at,
                source, agent)
            SELECT \(hash), account_id, id, \(now), \(now), \(end), \(source), \(agent) FROM users
            WHERE account_id = \(credential.account) AND id = \(credential.user)
                AND password_hash = \(credential.passwordHash)
            """) == 1
    }

    /// Notes that the session was used.
    package func touchSession(_ hash: [UInt8], at now: Timestamp, until end: Timestamp) throws {
        try run(
            """
            UPDATE sessions SET seen_at = \(now), expires_at = \(end) WHERE token_hash = \(hash)
            """)
    }

    package func deleteSession(_ hash: [UInt8]) throws {
        try run("DELETE FROM sessions WHERE token_hash = \(hash)")
    }

    /// Ends the user's sessions, all of them or all but one.
    package func deleteSessions(
        of user: ID<User>, in account: ID<Account>, except hash: [UInt8] = []
    ) throws {
        try run(
            """
            DELETE FROM sessions
            WHERE account_id = \(account) AND user_id = \(user) AND token_hash <> \(hash)
            """)
    }

    package func deleteEndedSessions(at now: Timestamp) throws {
        try run("DELETE FROM sessions WHERE expires_at <= \(now)")
    }
}
