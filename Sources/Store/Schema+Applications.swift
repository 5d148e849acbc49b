extension Schema {
    /// Links for an account's users. Those of a partner are shown in all accounts that it looks after.
    static let applications: @Sendable (Dialect) -> [String] = { d in
        let tables = [
            "ALTER TABLE accounts ADD COLUMN next_application \(d.integer) NOT NULL DEFAULT 1",
            """
            CREATE TABLE applications (
                account_id \(d.integer) NOT NULL REFERENCES accounts (id),
                id \(d.integer) NOT NULL,
                name TEXT NOT NULL,
                letter TEXT NOT NULL,
                address TEXT NOT NULL,
                place \(d.integer) NOT NULL,
                PRIMARY KEY (account_id, id))\(d.clustered)
            """,
            "CREATE INDEX applications_by_place ON applications (account_id, place, id)",
        ]
        guard d == .sqlite else { return tables }
        return tables + [
            """
            INSERT INTO sqlite_stat1 (tbl, idx, stat)
            VALUES ('applications', 'applications', '10000 10 1'),
                ('applications', 'applications_by_place', '10000 10 1 1')
            """,
            "ANALYZE sqlite_schema",
        ]
    }
}
