extension Schema {
    /// Spreadsheets that wait for somebody to say which column holds what, and what was said for such headings before.
    static let matching: @Sendable (Dialect) -> [String] = { d in
        let tables = [
            """
            CREATE TABLE draft_files (
                account_id \(d.integer) NOT NULL,
                draft_no \(d.integer) NOT NULL,
                part \(d.integer) NOT NULL,
                bytes \(d.bytes) NOT NULL,
                PRIMARY KEY (account_id, draft_no, part))
            """,
            """
            CREATE TABLE draft_matchings (
                account_id \(d.integer) NOT NULL,
                draft_no \(d.integer) NOT NULL,
                sheets TEXT NOT NULL,
                PRIMARY KEY (account_id, draft_no))
            """,
            """
            CREATE TABLE mappings (
                account_id \(d.integer) NOT NULL REFERENCES accounts (id),
                headings \(d.bytes) NOT NULL,
                choices TEXT NOT NULL,
                used_at \(d.integer) NOT NULL,
                PRIMARY KEY (account_id, headings))
            """,
        ]
        guard d == .sqlite else { return tables }
        return tables + [
            """
            INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
                ('draft_files', 'sqlite_autoindex_draft_files_1', '10000 200 50 1'),
                ('draft_matchings', 'sqlite_autoindex_draft_matchings_1', '1000 20 1'),
                ('mappings', 'sqlite_autoindex_mappings_1', '1000 20 1')
            """,
            "ANALYZE sqlite_schema",
        ]
    }
}
