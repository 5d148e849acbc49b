package import Directory

extension Transaction {
    package func letter(_ id: LetterID) throws -> StoredLetter? {
        try first(
            "SELECT \(StoredLetter.columns) FROM \(StoredLetter.tables) WHERE \(id.itself)",
            StoredLetter.read)
    }

    /// One of several that are asked for one after the other, mostly letters of one mailing.
    func letter(_ id: LetterID, _ last: inout StoredLetter?) throws -> StoredLetter? {
        try first(
            "SELECT \(StoredLetter.columns) FROM \(StoredLetter.tables) WHERE \(id.itself)"
        ) { StoredLetter.read($0, &last) }
    }

    /// An account's letters, the newest first, at most `limit`; those before a number.
    package func letters(
        in account: ID<Account>, before number: Int, limit: Int
    ) throws -> [StoredLetter] {
        try all(
            """
            SELECT \(StoredLetter.columns) FROM \(StoredLetter.tables)
            WHERE l.account_id = \(account) AND l.no < \(number)
            ORDER BY l.no DESC LIMIT \(limit)
            """, StoredLetter.read)
    }

    /// How many letters went to the address of a user because somebody asked for them without having
    /// signed in: from this account, and from all.
    package func askedLetters(
        toAddressOf user: ID<User>, in account: ID<Account>, since begin: Timestamp
    ) throws -> (account: Int, all: Int) {
        try first(
            """
            SELECT coalesce(sum(CASE WHEN l.account_id = \(account) THEN 1 ELSE 0 END), 0), count(*)
            FROM users u CROSS JOIN letters l CROSS JOIN mailings m
            WHERE u.email_key = (SELECT email_key FROM users
                    WHERE account_id = \(account) AND id = \(user))
                AND l.account_id = u.account_id AND l.user_id = u.id
                AND m.account_id = l.account_id AND m.no = l.mailing
                AND m.created_by IS NULL AND m.created_at > \(begin)
            """
        ) { (account: Int($0.integer(0)), all: Int($0.integer(1))) } ?? (account: 0, all: 0)
    }

    /// The letters to one user, the newest first.
    package func letters(to user: ID<User>, in account: ID<Account>, limit: Int) throws
        -> [StoredLetter]
    {
        try all(
            """
            SELECT \(StoredLetter.columns) FROM \(StoredLetter.tables)
            WHERE l.account_id = \(account) AND l.user_id = \(user)
            ORDER BY l.mailing DESC LIMIT \(limit)
            """, StoredLetter.read)
    }
}
