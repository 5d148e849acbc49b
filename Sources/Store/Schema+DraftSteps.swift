extension Schema {
    /// The steps of a draft stand in their order and nowhere else, so that one more writes one page.
    /// A request that comes again names the revision that it was made for, and its step is later: it is
    /// found among the last ones without an index, which would be another page.
    static let orderedSteps: @Sendable (Dialect) -> [String] = { d in
        switch d {
        case .postgres: ["DROP INDEX draft_steps_by_request"]
        case .sqlite:
            [
                "ALTER TABLE draft_steps RENAME TO unordered_steps",
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
                    PRIMARY KEY (account_id, draft_no, step))\(d.clustered)
                """,
                "INSERT INTO draft_steps SELECT * FROM unordered_steps",
                "DROP TABLE unordered_steps",
                "DELETE FROM sqlite_stat1 WHERE tbl = 'draft_steps'",
                """
                INSERT INTO sqlite_stat1 (tbl, idx, stat)
                VALUES ('draft_steps', 'draft_steps', '10000 200 50 1')
                """,
                "ANALYZE sqlite_schema",
            ]
        }
    }

    /// *Undo* and *Redo*: a draft names the step that each of them takes next (0: none). A step names the one that was
    /// the last before it; one that was undone also names the step that undid it and the one that was undone before.
    static let undoing: @Sendable (Dialect) -> [String] = { d in
        let columns = [
            ("drafts", "undo_step"), ("drafts", "redo_step"), ("draft_steps", "previous"),
            ("draft_steps", "undone_by"), ("draft_steps", "undone_before"),
        ]
        return columns.map { table, column in
            "ALTER TABLE \(table) ADD COLUMN \(column) \(d.integer) NOT NULL DEFAULT 0"
        }
    }
}
