extension Schema {
    /// Addresses for which somebody asked for a new password: asking costs the same whoever has them.
    static let passwordWishes: @Sendable (Dialect) -> [String] = { d in
        let table = """
            CREATE TABLE password_wishes (
                email_key \(d.key) PRIMARY KEY,
                asked_at \(d.integer) NOT NULL)\(d.clustered)
            """
        guard d == .sqlite else { return [table] }
        return [
            table,
            """
            INSERT INTO sqlite_stat1 (tbl, idx, stat)
            VALUES ('password_wishes', 'password_wishes', '100 1')
            """,
            "ANALYZE sqlite_schema",
        ]
    }
}
