extension Schema {
    /// Invitations, and the letters that bring them. What all letters of one mailing have in common
    /// stands in the mailing; what a letter's person is called stands in the letter, as it was when
    /// somebody pressed Send.
    static let letters: @Sendable (Dialect) -> [String] = { d in
        columns(d) + invitations(d) + [mailings(d)] + besideMailings(d) + [letterRows(d)]
            + letterIndexes + letterStatistics(d)
    }

    private static func columns(_ d: Dialect) -> [String] {
        [
            "ALTER TABLE accounts ADD COLUMN next_mailing \(d.integer) NOT NULL DEFAULT 1",
            "ALTER TABLE accounts ADD COLUMN next_letter \(d.integer) NOT NULL DEFAULT 1",
            // 0 not sent, 1 waiting, 2 sent, 3 failed, 4 unknown: the newest Welcome email.
            "ALTER TABLE users ADD COLUMN welcome \(d.integer) NOT NULL DEFAULT 0",
            "ALTER TABLE users ADD COLUMN welcome_at \(d.integer)",
            "ALTER TABLE users ADD COLUMN welcome_words TEXT",
        ]
    }

    /// A token isn't stored: it is made of the id and the version with a key outside the database.
    private static func invitations(_ d: Dialect) -> [String] {
        [
            """
            CREATE TABLE invitations (
                id \(d.bytes) PRIMARY KEY,
                account_id \(d.integer) NOT NULL,
                user_id \(d.integer) NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('welcome', 'password')),
                version \(d.integer) NOT NULL,
                created_at \(d.integer) NOT NULL,
                expires_at \(d.integer) NOT NULL,
                used_at \(d.integer),
                FOREIGN KEY (account_id, user_id) REFERENCES users (account_id, id)
                    ON DELETE CASCADE)\(d.clustered)
            """,
            "CREATE UNIQUE INDEX invitations_by_user ON invitations (account_id, user_id, kind)",
        ]
    }

    private static func mailings(_ d: Dialect) -> String {
        """
        CREATE TABLE mailings (
            account_id \(d.integer) NOT NULL REFERENCES accounts (id),
            no \(d.integer) NOT NULL,
            request_id TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('welcome', 'password')),
            queued \(d.integer) NOT NULL,
            registered \(d.integer) NOT NULL,
            account_name TEXT NOT NULL,
            inviter TEXT NOT NULL,
            inviter_email TEXT NOT NULL,
            subject TEXT NOT NULL,
            greeting TEXT NOT NULL,
            reply_to TEXT NOT NULL,
            expires_at \(d.integer) NOT NULL,
            created_at \(d.integer) NOT NULL,
            created_by \(d.integer),
            created_home \(d.integer),
            PRIMARY KEY (account_id, no))\(d.clustered)
        """
    }

    private static func besideMailings(_ d: Dialect) -> [String] {
        [
            "CREATE UNIQUE INDEX mailings_by_request ON mailings (account_id, request_id)",
            """
            CREATE TABLE letter_words (
                account_id \(d.integer) PRIMARY KEY REFERENCES accounts (id),
                subject TEXT NOT NULL,
                greeting TEXT NOT NULL,
                reply_to TEXT NOT NULL)
            """,
        ]
    }

    /// No reference to users: a letter that was sent stays when its user goes.
    private static func letterRows(_ d: Dialect) -> String {
        """
        CREATE TABLE letters (
            account_id \(d.integer) NOT NULL,
            no \(d.integer) NOT NULL,
            mailing \(d.integer) NOT NULL,
            user_id \(d.integer) NOT NULL,
            version \(d.integer) NOT NULL,
            address TEXT NOT NULL,
            name TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN
                ('queued', 'sending', 'body_sent', 'sent', 'failed', 'unknown', 'cancelled')),
            changed_at \(d.integer) NOT NULL,
            next_at \(d.integer) NOT NULL,
            attempts \(d.integer) NOT NULL DEFAULT 0,
            lease_owner TEXT,
            lease_until \(d.integer),
            code \(d.integer) NOT NULL DEFAULT 0,
            words TEXT NOT NULL DEFAULT '',
            PRIMARY KEY (account_id, no))\(d.clustered)
        """
    }

    private static let letterIndexes = [
        "CREATE UNIQUE INDEX letters_by_user ON letters (account_id, user_id, mailing)",
        """
        CREATE INDEX letters_waiting ON letters (next_at, account_id, no)
            WHERE state = 'queued'
        """,
        """
        CREATE INDEX letters_at_work ON letters (lease_until, account_id, no)
            WHERE state IN ('sending', 'body_sent')
        """,
    ]

    private static func letterStatistics(_ d: Dialect) -> [String] {
        guard d == .sqlite else { return [] }
        let lines = [
            ("invitations", "invitations", "1000000 1"),
            ("invitations", "invitations_by_user", "1000000 1000 2 1"),
            ("mailings", "mailings", "10000 10 1"),
            ("mailings", "mailings_by_request", "10000 10 1"),
            ("letters", "letters", "1000000 1000 1"),
            ("letters", "letters_by_user", "1000000 1000 2 1"),
            ("letters", "letters_waiting", "100000 50 50 1"),
            ("letters", "letters_at_work", "100 20 20 1"),
        ].map { "('\($0.0)', '\($0.1)', '\($0.2)')" }
        return [
            "INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES \(lines.joined(separator: ", "))",
            "ANALYZE sqlite_schema",
        ]
    }
}
