package import Directory

extension Transaction {
    package func letter(_ id: LetterID) throws -> StoredLetter? {
        try first(
            "SELECT \(StoredLetter.columns) FROM \(StoredLetter.tables) WHERE \(id.itself)",
            StoredLetter.read)
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
