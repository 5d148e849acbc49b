package import Directory

/// A user's way in, as it is stored, with whom it is for.
package struct StoredInvitation: Sendable, Equatable {
    package let account: ID<Account>
    package let user: ID<User>
    package let kind: InvitationKind
    package let version: Int
    package let createdAt: Timestamp
    /// 0 when it was withdrawn, as when the address changed.
    package let expiresAt: Timestamp
    package let usedAt: Timestamp?
    package let isRegistered: Bool
    package let accountName: String
    package let userName: String
    package let email: String
}

extension Transaction {
    package func invitation(_ id: [UInt8]) throws -> StoredInvitation? {
        try first(
            """
            SELECT \(StoredInvitation.columns)
            FROM invitations i JOIN accounts a ON a.id = i.account_id
                JOIN users u ON u.account_id = i.account_id AND u.id = i.user_id
            WHERE i.id = \(id)
            """, StoredInvitation.read)
    }

    /// Those to register, of an address that has users in one account or several.
    package func openInvitations(toAddress key: String, limit: Int) throws -> [StoredInvitation] {
        try all(
            """
            SELECT \(StoredInvitation.columns)
            FROM users u CROSS JOIN invitations i CROSS JOIN accounts a
            WHERE u.email_key = \(key) AND u.registered_at IS NULL
                AND i.account_id = u.account_id AND i.user_id = u.id AND i.kind = 'welcome'
                AND a.id = u.account_id
            ORDER BY u.account_id LIMIT \(limit)
            """, StoredInvitation.read)
    }

    /// Invites one user without a letter: who gets the link is somebody else's care.
    package func invitation(by mailing: Mailing, for user: User, at now: Timestamp) throws -> (
        id: [UInt8], version: Int
    )? {
        try invite("account_id = \(user.account) AND id = \(user.id)", by: mailing, at: now)
        return try first(
            """
            SELECT id, version FROM invitations WHERE account_id = \(user.account)
                AND user_id = \(user.id) AND kind = \(mailing.kind)
            """
        ) { (id: $0.bytes(0), version: Int($0.integer(1))) }
    }

    /// Uses an invitation up; answers false when somebody else did, or it is over. Of many at once
    /// one gets true: this statement decides.
    package func useInvitation(_ id: [UInt8], version: Int, at now: Timestamp) throws -> Bool {
        try run(
            """
            UPDATE invitations SET used_at = \(now)
            WHERE id = \(id) AND version = \(version) AND used_at IS NULL
                AND expires_at > \(now)
            """) == 1
    }

    /// Ends every invitation of a user: the links in letters that were sent open nothing any more.
    package func withdrawInvitations(of user: ID<User>, in account: ID<Account>) throws {
        try run(
            """
            UPDATE invitations SET version = version + 1, expires_at = 0
            WHERE account_id = \(account) AND user_id = \(user)
            """)
    }

    /// Ends the links with which a user could choose another password.
    package func withdrawPasswordLinks(of user: ID<User>, in account: ID<Account>) throws {
        try run(
            """
            UPDATE invitations SET version = version + 1, expires_at = 0
            WHERE account_id = \(account) AND user_id = \(user) AND kind = 'password'
            """)
    }

    /// Forgets what is known of emails to an address that the user no longer has.
    package func forgetWelcome(of user: ID<User>, in account: ID<Account>) throws {
        try run(
            """
            UPDATE users SET welcome = 0, welcome_at = NULL, welcome_words = NULL
            WHERE account_id = \(account) AND id = \(user)
            """)
    }
}

extension StoredInvitation {
    fileprivate static let columns: SQL = """
        i.account_id, i.user_id, i.kind, i.version, i.created_at, i.expires_at, i.used_at,
        u.registered_at, a.name, u.display_name, u.email
        """

    /// A row of `columns`.
    fileprivate static func read(_ row: any Columns) -> StoredInvitation {
        StoredInvitation(
            account: ID(row.integer(0)), user: ID(row.integer(1)),
            kind: InvitationKind(rawValue: row.text(2)) ?? .welcome,
            version: Int(row.integer(3)), createdAt: Timestamp(row.integer(4)),
            expiresAt: Timestamp(row.integer(5)),
            usedAt: row.isNull(6) ? nil : Timestamp(row.integer(6)),
            isRegistered: !row.isNull(7), accountName: row.text(8), userName: row.text(9),
            email: row.text(10))
    }
}
