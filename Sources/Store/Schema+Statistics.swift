extension Schema {
    /// Plans must not depend on what happens to be stored: SQLite is told once what the tables
    /// look like when they are full, and is never asked to measure again.
    static let statistics: @Sendable (Dialect) -> [String] = { dialect in
        guard dialect == .sqlite else { return [] }
        let lines = statisticsLines.map { "('\($0.table)', '\($0.index)', '\($0.rows)')" }
        return [
            "ANALYZE",
            "DELETE FROM sqlite_stat1",
            "INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES \(lines.joined(separator: ", "))",
            "ANALYZE sqlite_schema",
        ]
    }

    /// The rows of a table, then how many share the first column of the index, the first two, …
    private static let statisticsLines: [(table: String, index: String, rows: String)] = [
        ("accounts", "accounts_by_partner", "1000 50 1"),
        ("accounts", "accounts_by_key", "1000 2 1"),
        ("accounts", "accounts_by_name", "1000 50 1"),
        ("users", "sqlite_autoindex_users_1", "1000000 1000 1"),
        ("users", "users_by_key", "1000000 1000 1"),
        ("users", "users_by_name", "1000000 1000 2 1"),
        ("users", "users_admins", "5000 5 1 1"),
        ("users", "users_by_email", "1000000 2"),
        ("users", "users_by_draft", "1000000 1000 100 1"),
        ("sessions", "sqlite_autoindex_sessions_1", "10000 1"),
        ("sessions", "sessions_by_user", "10000 100 2"),
        ("sessions", "sessions_by_end", "10000 2"),
        ("attempts", "sqlite_autoindex_attempts_1", "10000 1"),
        ("attempts", "attempts_by_end", "10000 2"),
        ("drafts", "sqlite_autoindex_drafts_1", "10000 10 1"),
        ("drafts", "drafts_by_request", "10000 10 1"),
        ("drafts", "drafts_at_work", "20 10 1"),
        ("drafts", "drafts_by_end", "10000 2"),
        ("draft_rows", "draft_rows", "10000000 200000 50000 1"),
        ("draft_rows", "draft_rows_faulty", "100000 2000 500 1 1"),
        ("draft_addresses", "draft_addresses", "10000000 200000 50000 2 1"),
        ("draft_blocks", "draft_blocks", "10000 200 50 1"),
        ("draft_views", "sqlite_autoindex_draft_views_1", "1000 20 5 1"),
        ("draft_steps", "sqlite_autoindex_draft_steps_1", "10000 200 50 1"),
        ("draft_steps", "draft_steps_by_request", "10000 200 50 1"),
    ]
}
