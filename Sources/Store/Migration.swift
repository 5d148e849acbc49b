package import Directory

/// A step from one form of the tables to the next. Steps are only ever added at the end.
package struct Migration: Sendable {
    package let name: String
    package let statements: @Sendable (Dialect) -> [String]

    package static let all: [Migration] = [
        Migration(name: "accounts and users", statements: Schema.people),
        Migration(name: "drafts", statements: Schema.drafts),
        Migration(name: "fixed statistics", statements: Schema.statistics),
        Migration(name: "places of sheets", statements: Schema.sheetPlaces),
        Migration(name: "letters", statements: Schema.letters),
        Migration(name: "password wishes", statements: Schema.passwordWishes),
        Migration(name: "applications", statements: Schema.applications),
        Migration(name: "first attempts", statements: Schema.firstAttempts),
        Migration(name: "steps in their order", statements: Schema.orderedSteps),
        Migration(name: "matching columns", statements: Schema.matching),
        Migration(name: "other columns", statements: Schema.otherColumns),
        Migration(name: "undoing", statements: Schema.undoing),
    ]
}

/// The tables were made by a newer program: this one would not know what they mean.
package struct NewerSchema: Error, CustomStringConvertible {
    package let found: Int
    package let known: Int

    package var description: String {
        "The database is at step \(found), this program knows \(known). Use a newer Rollbook."
    }
}

/// The tables were made by an older program, and whoever only reads must not bring them up.
package struct OlderSchema: Error, CustomStringConvertible {
    package let found: Int
    package let known: Int

    package var description: String {
        "The database is at step \(found), this program knows \(known). Start the server of this Rollbook once."
    }
}

extension Transaction {
    /// - Throws: `NewerSchema` or `OlderSchema` unless the tables have the newest form.
    package func requireNewestSchema() throws {
        let known = Migration.all.count
        let found = try first("SELECT coalesce(max(number), 0) FROM migrations") {
            Int($0.integer(0))
        }
        if let found, found > known { throw NewerSchema(found: found, known: known) }
        if let found, found < known { throw OlderSchema(found: found, known: known) }
    }

    /// Brings the tables to the newest form. Whoever comes second finds nothing to do.
    package func migrate(at time: Timestamp) throws {
        let integer = dialect.integer
        try run(
            """
            CREATE TABLE IF NOT EXISTS migrations (
                number \(Self.unbound(integer)) PRIMARY KEY,
                name TEXT NOT NULL,
                at \(Self.unbound(integer)) NOT NULL)
            """)
        let done = try first("SELECT coalesce(max(number), 0) FROM migrations") { $0.integer(0) }
        let known = Migration.all
        let reached = Int(done ?? 0)
        guard reached <= known.count else { throw NewerSchema(found: reached, known: known.count) }
        for number in reached..<known.count {
            for statement in known[number].statements(dialect) {
                try run(Self.unbound(statement))
            }
            try run(
                """
                INSERT INTO migrations (number, name, at)
                VALUES (\(number + 1), \(known[number].name), \(time))
                """)
        }
    }

    /// Our own text as a statement, with nothing to bind.
    private static func unbound(_ text: String) -> SQL {
        SQL(stringLiteral: text)
    }
}
