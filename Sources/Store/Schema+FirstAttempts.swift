extension Schema {
    /// Since when a letter is being tried, and what a mailing's request chose: the same request with
    /// another choice is a mistake.
    static let firstAttempts: @Sendable (Dialect) -> [String] = { d in
        [
            "ALTER TABLE letters ADD COLUMN begun_at \(d.integer)",
            "ALTER TABLE mailings ADD COLUMN chosen TEXT NOT NULL DEFAULT ''",
        ]
    }
}
