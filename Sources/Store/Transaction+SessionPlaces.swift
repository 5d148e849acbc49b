package import Directory

/// Where a session was begun, and from where.
package struct SessionPlace: Sendable {
    package let hash: [UInt8]
    package let source: String
    package let agent: String
    package let createdAt: Timestamp
    package let seenAt: Timestamp
}

extension Transaction {
    /// A user's sessions that have not ended, the newest activity first.
    package func sessions(of user: ID<User>, in account: ID<Account>, at now: Timestamp) throws
        -> [SessionPlace]
    {
        try all(
            """
            SELECT token_hash, source, agent, created_at, seen_at FROM sessions
            WHERE account_id = \(account) AND user_id = \(user) AND expires_at > \(now)
            ORDER BY seen_at DESC, created_at DESC
            """
        ) { row in
            SessionPlace(
                hash: row.bytes(0), source: row.text(1), agent: row.text(2),
                createdAt: Timestamp(row.integer(3)), seenAt: Timestamp(row.integer(4)))
        }
    }
}
