/// The tables. Ids and times are 53-bit integers, flags are 0 or 1, and keys lead with the account.
/// A person is two columns, the user's number and the account it counts in (`…_home`): an admin of
/// the partner isn't a user of the account.
enum Schema {
    static let people: @Sendable (Dialect) -> [String] = { d in
        [
            """
            CREATE TABLE secrets (name TEXT PRIMARY KEY, secret \(d.bytes) NOT NULL)
            """,
            "INSERT INTO secrets (name, secret) VALUES ('addresses', \(d.sixteenRandomBytes))",
            """
            CREATE TABLE accounts (
                id \(d.integer) PRIMARY KEY,
                partner_id \(d.integer) REFERENCES accounts (id),
                name TEXT NOT NULL,
                name_key \(d.key) NOT NULL,
                users_rev \(d.integer) NOT NULL DEFAULT 0,
                user_count \(d.integer) NOT NULL DEFAULT 0,
                next_user \(d.integer) NOT NULL DEFAULT 1,
                next_draft \(d.integer) NOT NULL DEFAULT 1,
                created_at \(d.integer) NOT NULL)
            """,
            "CREATE INDEX accounts_by_partner ON accounts (partner_id, id)",
            "CREATE INDEX accounts_by_key ON accounts (name_key, id)",
            // A name is free once under each partner, and once among those that have none.
            """
            CREATE UNIQUE INDEX accounts_by_name ON accounts (coalesce(partner_id, 0), name_key)
            """,
            """
            CREATE TABLE users (
                account_id \(d.integer) NOT NULL REFERENCES accounts (id),
                id \(d.integer) NOT NULL,
                email TEXT NOT NULL,
                email_key \(d.key) NOT NULL,
                first_name TEXT NOT NULL,
                last_name TEXT NOT NULL,
                name TEXT NOT NULL,
                display_name TEXT NOT NULL,
                sort_key \(d.key) NOT NULL,
                search_key \(d.key) NOT NULL,
                role TEXT NOT NULL CHECK (role IN ('user', 'account_admin')),
                registered_at \(d.integer),
                password_hash TEXT,
                version \(d.integer) NOT NULL DEFAULT 1,
                draft_no \(d.integer),
                draft_position \(d.integer),
                created_at \(d.integer) NOT NULL,
                changed_at \(d.integer) NOT NULL,
                PRIMARY KEY (account_id, id))
            """,
            "CREATE UNIQUE INDEX users_by_key ON users (account_id, email_key)",
            "CREATE INDEX users_by_name ON users (account_id, sort_key, id)",
            """
            CREATE INDEX users_admins ON users (account_id, sort_key, id)
                WHERE role = 'account_admin'
            """,
            "CREATE INDEX users_by_email ON users (email_key)",
            "CREATE INDEX users_by_draft ON users (account_id, draft_no, draft_position)",
            """
            CREATE TABLE sessions (
                token_hash \(d.bytes) PRIMARY KEY,
                account_id \(d.integer) NOT NULL,
                user_id \(d.integer) NOT NULL,
                created_at \(d.integer) NOT NULL,
                seen_at \(d.integer) NOT NULL,
                expires_at \(d.integer) NOT NULL,
                source TEXT NOT NULL,
                agent TEXT NOT NULL,
                FOREIGN KEY (account_id, user_id) REFERENCES users (account_id, id)
                    ON DELETE CASCADE)
            """,
            "CREATE INDEX sessions_by_user ON sessions (account_id, user_id)",
            "CREATE INDEX sessions_by_end ON sessions (expires_at)",
            """
            CREATE TABLE attempts (
                key \(d.key) PRIMARY KEY,
                failures \(d.integer) NOT NULL,
                until \(d.integer) NOT NULL)
            """,
            "CREATE INDEX attempts_by_end ON attempts (until)",
        ]
    }

    static let drafts: @Sendable (Dialect) -> [String] = { d in
        [
            """
            CREATE TABLE drafts (
                account_id \(d.integer) NOT NULL REFERENCES accounts (id),
                no \(d.integer) NOT NULL,
                request_id TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN
                    ('reading', 'matching', 'open', 'committing', 'finished', 'discarded')),
                started_by \(d.integer),
                started_home \(d.integer),
                file_name TEXT NOT NULL,
                file_bytes \(d.integer) NOT NULL,
                sha256 \(d.bytes) NOT NULL,
                sheet TEXT NOT NULL DEFAULT '',
                rules_version \(d.integer) NOT NULL,
                users_rev \(d.integer) NOT NULL DEFAULT 0,
                rev \(d.integer) NOT NULL DEFAULT 0,
                last_row \(d.integer) NOT NULL DEFAULT 0,
                domain_counts TEXT NOT NULL DEFAULT '',
                read \(d.integer) NOT NULL DEFAULT 0,
                blank \(d.integer) NOT NULL DEFAULT 0,
                added_by_hand \(d.integer) NOT NULL DEFAULT 0,
                created \(d.integer) NOT NULL DEFAULT 0,
                updated \(d.integer) NOT NULL DEFAULT 0,
                skipped \(d.integer) NOT NULL DEFAULT 0,
                deleted \(d.integer) NOT NULL DEFAULT 0,
                commit_asked_at \(d.integer),
                commit_asked_by \(d.integer),
                commit_asked_home \(d.integer),
                lease_owner TEXT,
                lease_until \(d.integer),
                created_at \(d.integer) NOT NULL,
                expires_at \(d.integer),
                PRIMARY KEY (account_id, no))
            """,
            "CREATE UNIQUE INDEX drafts_by_request ON drafts (account_id, request_id)",
            """
            CREATE INDEX drafts_at_work ON drafts (state, lease_until)
                WHERE state IN ('reading', 'committing')
            """,
            "CREATE INDEX drafts_by_end ON drafts (expires_at)",
            // No reference to drafts here and in draft_addresses: it would be looked up a row. For
            // a list of more than two words SQLite fills a table with each statement.
            """
            CREATE TABLE draft_rows (
                account_id \(d.integer) NOT NULL,
                draft_no \(d.integer) NOT NULL,
                position \(d.integer) NOT NULL,
                user_id \(d.integer) NOT NULL,
                row_no \(d.integer) NOT NULL,
                first_name TEXT NOT NULL,
                last_name TEXT NOT NULL,
                name TEXT NOT NULL,
                email TEXT NOT NULL,
                role TEXT NOT NULL,
                email_key \(d.key),
                issues \(d.integer) NOT NULL,
                hints \(d.integer) NOT NULL,
                state TEXT NOT NULL CHECK (state = 'here' OR state = 'created'
                    OR state = 'updated' OR state = 'skipped' OR state = 'deleted'),
                was_faulty \(d.integer) NOT NULL,
                edited_rev \(d.integer) NOT NULL DEFAULT 0,
                edited_by \(d.integer),
                edited_home \(d.integer),
                changed_rev \(d.integer) NOT NULL DEFAULT 0,
                PRIMARY KEY (account_id, draft_no, position))\(d.clustered)
            """,
            """
            CREATE INDEX draft_rows_faulty ON draft_rows (account_id, draft_no, position, issues)
                WHERE state = 'here' AND issues <> 0
            """,
            """
            CREATE TABLE draft_addresses (
                account_id \(d.integer) NOT NULL,
                draft_no \(d.integer) NOT NULL,
                hash \(d.integer) NOT NULL,
                position \(d.integer) NOT NULL,
                PRIMARY KEY (account_id, draft_no, hash, position))\(d.clustered)
            """,
            """
            CREATE TABLE draft_blocks (
                account_id \(d.integer) NOT NULL,
                draft_no \(d.integer) NOT NULL,
                block \(d.integer) NOT NULL,
                here \(d.integer) NOT NULL,
                faulty \(d.integer) NOT NULL,
                hinted \(d.integer) NOT NULL,
                name_missing \(d.integer) NOT NULL,
                name_too_long \(d.integer) NOT NULL,
                email_missing \(d.integer) NOT NULL,
                email_malformed \(d.integer) NOT NULL,
                email_taken \(d.integer) NOT NULL,
                email_repeated \(d.integer) NOT NULL,
                role_unknown \(d.integer) NOT NULL,
                PRIMARY KEY (account_id, draft_no, block))\(d.clustered)
            """,
            """
            CREATE TABLE draft_views (
                account_id \(d.integer) NOT NULL,
                draft_no \(d.integer) NOT NULL,
                "view" \(d.integer) NOT NULL,
                filter TEXT NOT NULL,
                search TEXT NOT NULL,
                positions \(d.bytes) NOT NULL,
                PRIMARY KEY (account_id, draft_no, "view"))
            """,
            """
            CREATE TABLE draft_steps (
                account_id \(d.integer) NOT NULL,
                draft_no \(d.integer) NOT NULL,
                step \(d.integer) NOT NULL,
                request_id TEXT NOT NULL,
                label TEXT NOT NULL,
                forward TEXT NOT NULL,
                backward TEXT NOT NULL,
                reply TEXT NOT NULL,
                PRIMARY KEY (account_id, draft_no, step))
            """,
            """
            CREATE UNIQUE INDEX draft_steps_by_request
                ON draft_steps (account_id, draft_no, request_id)
            """,
        ]
    }

    static let otherColumns: @Sendable (Dialect) -> [String] = { _ in
        ["ALTER TABLE drafts ADD COLUMN other_columns TEXT NOT NULL DEFAULT ''"]
    }

    static let sheetPlaces: @Sendable (Dialect) -> [String] = { d in
        ["sheet_number", "sheet_count"].map { column in
            "ALTER TABLE drafts ADD COLUMN \(column) \(d.integer) NOT NULL DEFAULT 0"
        }
    }
}
