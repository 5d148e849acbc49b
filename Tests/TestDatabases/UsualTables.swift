import Store

/// Fills empty tables as they are in daily use, without chance.
enum UsualTables {
    static let statements: [SQL] =
        people + [visits, attempts, applications] + drafts + letters + measuring

    /// 1,000 accounts under 20 partners, with 100 users each.
    private static let people: [SQL] = [
        """
        INSERT INTO accounts (id, partner_id, name, name_key, created_at)
        SELECT n, CASE WHEN n > 20 THEN n % 20 + 1 END, 'Account ' || n, 'account ' || n, n
        FROM generate_series(1, 1000) n
        """,
        """
        INSERT INTO users (account_id, id, email, email_key, first_name, last_name, name,
            display_name, sort_key, search_key, role, draft_no, draft_position, created_at,
            changed_at)
        SELECT a, u, 'user' || u || '@' || a % 500, 'user' || u || '@' || a % 500, 'First', 'Last',
            '', 'First Last', 'last' || u * 37 % 100, 'first last user' || u, 'user', u % 4, u / 4,
            u, u
        FROM generate_series(1, 1000) a, generate_series(1, 100) u
        """,
        """
        UPDATE users SET role = 'account_admin', password_hash = 'h', registered_at = 1
        WHERE id <= 5
        """,
    ]

    private static let visits: SQL = """
        INSERT INTO sessions (token_hash, account_id, user_id, created_at, seen_at, expires_at,
            source, agent)
        SELECT decode(md5(a || '/' || n), 'hex'), a, n % 5 + 1, n, n, a * 10 + n, '', ''
        FROM generate_series(1, 1000) a, generate_series(1, 10) n
        """

    private static let attempts: SQL = """
        INSERT INTO attempts (key, failures, until)
        SELECT md5('' || n), 1, n FROM generate_series(1, 10000) n
        """

    private static let applications: SQL = """
        INSERT INTO applications (account_id, id, name, letter, address, place)
        SELECT a, n, 'Wiki', '', 'https://wiki.example', 11 - n
        FROM generate_series(1, 1000) a, generate_series(1, 10) n
        """

    /// 10 an account, a few at work; 40 of them with 5,000 rows still there.
    private static let drafts: [SQL] = [
        """
        INSERT INTO drafts (account_id, no, request_id, state, file_name, file_bytes, sha256,
            rules_version, lease_until, created_at, expires_at)
        SELECT a, n, md5(a || '/' || n),
            CASE WHEN a < 10 AND n = 9 THEN 'reading' WHEN a < 10 AND n = 8 THEN 'committing'
                WHEN n = 10 THEN 'open' ELSE 'finished' END,
            'users.xlsx', 1000, '', 1, CASE WHEN n IN (8, 9) THEN n END, n,
            CASE WHEN n = 10 THEN a * 10 END
        FROM generate_series(1, 1000) a, generate_series(1, 10) n
        """,
        """
        INSERT INTO draft_rows (account_id, draft_no, position, user_id, row_no, first_name,
            last_name, name, email, role, email_key, issues, hints, state, was_faulty)
        SELECT a, n, p, p, p + 2, 'First', 'Last', '', 'user' || p || '@example.com', 'User',
            'user' || p || '@example.com', CASE WHEN p % 100 = 0 THEN 16 ELSE 0 END, 0,
            CASE WHEN n = 1 THEN 'created' ELSE 'here' END, 0
        FROM generate_series(1, 20) a, generate_series(1, 2) n, generate_series(0, 4999) p
        """,
        """
        INSERT INTO draft_addresses (account_id, draft_no, hash, position)
        SELECT a, n, p::bigint * 7919 * 104729 % 2147483647, p
        FROM generate_series(1, 20) a, generate_series(1, 2) n, generate_series(0, 4999) p
        """,
        """
        INSERT INTO draft_blocks (account_id, draft_no, block, here, faulty, hinted, name_missing,
            name_too_long, email_missing, email_malformed, email_taken, email_repeated,
            role_unknown)
        SELECT a, n, b, 1000, 10, 0, 0, 0, 0, 0, 10, 0, 0
        FROM generate_series(1, 20) a, generate_series(1, 10) n, generate_series(0, 49) b
        """,
        """
        INSERT INTO draft_views (account_id, draft_no, "view", filter, search, positions)
        SELECT a, n, v, '', '', ''
        FROM generate_series(1, 20) a, generate_series(1, 10) n, generate_series(1, 5) v
        """,
        """
        INSERT INTO draft_steps (account_id, draft_no, step, request_id, label, forward, backward,
            reply)
        SELECT a, n, s, md5('' || s), 'set', '', '', ''
        FROM generate_series(1, 20) a, generate_series(1, 10) n, generate_series(1, 50) s
        """,
    ]

    /// 10 mailings an account; each of 50 users got two letters, and of 5 accounts some wait.
    private static let letters: [SQL] = [
        """
        INSERT INTO invitations (id, account_id, user_id, kind, version, created_at, expires_at)
        SELECT decode(md5(a || '/' || u), 'hex'), a, u, 'welcome', 2, u, u + 1000
        FROM generate_series(1, 1000) a, generate_series(6, 55) u
        """,
        """
        INSERT INTO mailings (account_id, no, request_id, kind, queued, registered, account_name,
            inviter, inviter_email, subject, greeting, reply_to, expires_at, created_at)
        SELECT a, n, md5(a || '/' || n), 'welcome', 10, 0, 'Account', '', '', '', '', '', n, n
        FROM generate_series(1, 1000) a, generate_series(1, 10) n
        """,
        """
        INSERT INTO letters (account_id, no, mailing, user_id, version, address, name, state,
            changed_at, next_at, lease_until)
        SELECT a, n, (n - 1) / 10 + 1, 6 + (n - 1) % 50, (n - 1) / 50 + 1, 'a', 'n',
            CASE WHEN a > 5 OR n < 50 THEN 'sent' WHEN n < 55 THEN 'sending' ELSE 'queued' END, n, n,
            CASE WHEN a <= 5 AND n >= 50 AND n < 55 THEN n END
        FROM generate_series(1, 1000) a, generate_series(1, 100) n
        """,
    ]

    /// A sample as large as the largest table: there is no luck in it.
    private static let measuring: [SQL] = [
        "SET default_statistics_target = 1000",
        "ANALYZE",
    ]
}
