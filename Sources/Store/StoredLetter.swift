package import Directory

/// Names a letter: its account, and its number there.
package struct LetterID: Hashable, Sendable {
    package let account: ID<Account>
    package let number: Int

    package init(account: ID<Account>, number: Int) {
        self.account = account
        self.number = number
    }

    /// A condition on `letters l`.
    var itself: SQL { "l.account_id = \(account) AND l.no = \(number)" }
}

/// A letter as it is stored: everything that its words are made of, but no token.
package struct StoredLetter: Sendable, Equatable {
    package let id: LetterID
    package let user: ID<User>
    package let mailing: Mailing
    package let state: LetterState
    package let address: String
    package let name: String
    package let createdAt: Timestamp
    package let changedAt: Timestamp
    /// When it was tried first; when it was queued, if it wasn't yet.
    package let begunAt: Timestamp
    package let attempts: Int
    /// Of the invitation, when the letter was queued.
    package let version: Int
    /// The invitation of the user, if the user is still there.
    package let invitation: [UInt8]?
    /// Whether the link would still open the door: the same version, unused, the user not registered.
    package let isCurrent: Bool
    package let code: Int
    /// What the mail server said.
    package let answer: String
}

extension StoredLetter {
    static let columns: SQL = """
        l.account_id, l.no, l.user_id, m.kind, l.state, l.address, l.name, m.account_name,
        m.inviter, m.inviter_email, m.subject, m.greeting, m.reply_to, m.expires_at,
        m.created_at, l.changed_at, l.attempts, l.version, i.id,
        CASE WHEN i.version = l.version AND i.used_at IS NULL AND i.expires_at > 0
            AND (m.kind = 'password' OR u.registered_at IS NULL) THEN 1 ELSE 0 END,
        l.code, l.words, m.request_id, coalesce(l.begun_at, m.created_at)
        """

    static let tables: SQL = """
        letters l JOIN mailings m ON m.account_id = l.account_id AND m.no = l.mailing
        LEFT JOIN users u ON u.account_id = l.account_id AND u.id = l.user_id
        LEFT JOIN invitations i ON i.account_id = l.account_id AND i.user_id = l.user_id
            AND i.kind = m.kind
        """

    /// A row of `columns`.
    static func read(_ row: any Columns) -> StoredLetter {
        read(row, mailing(row))
    }

    private static func read(_ row: any Columns, _ mailing: Mailing) -> StoredLetter {
        StoredLetter(
            id: LetterID(account: ID(row.integer(0)), number: Int(row.integer(1))),
            user: ID(row.integer(2)), mailing: mailing,
            state: LetterState(rawValue: row.text(4)) ?? .cancelled, address: row.text(5),
            name: row.text(6), createdAt: Timestamp(row.integer(14)),
            changedAt: Timestamp(row.integer(15)), begunAt: Timestamp(row.integer(23)),
            attempts: Int(row.integer(16)),
            version: Int(row.integer(17)), invitation: row.isNull(18) ? nil : row.bytes(18),
            isCurrent: row.integer(19) == 1, code: Int(row.integer(20)), answer: row.text(21))
    }

    /// A row of `columns`, of which many are letters of the same mailing.
    static func read(_ row: any Columns, _ last: inout StoredLetter?) -> StoredLetter {
        let account = ID<Account>(row.integer(0))
        let isSame = last?.id.account == account && last?.mailing.request == row.text(22)
        let letter = read(row, isSame ? last?.mailing ?? mailing(row) : mailing(row))
        last = letter
        return letter
    }

    private static func mailing(_ row: any Columns) -> Mailing {
        Mailing(
            request: row.text(22), kind: InvitationKind(rawValue: row.text(3)) ?? .welcome,
            accountName: row.text(7), inviter: row.text(8), inviterEmail: row.text(9),
            words: StoredWords(
                subject: row.text(10), greeting: row.text(11), replyTo: row.text(12)),
            expires: Timestamp(row.integer(13)))
    }
}
