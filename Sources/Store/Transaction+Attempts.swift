package import Directory

/// How often something was tried, and until when it may not be tried again.
package struct Attempts: Sendable {
    package let failures: Int
    package let until: Timestamp
}

extension Transaction {
    /// The later end of what is declined for these keys, without counting.
    package func attemptsDeclined(_ keys: [String]) throws -> Timestamp? {
        try keys.compactMap { key in
            try first("SELECT until FROM attempts WHERE key = \(key)") { Timestamp($0.integer(0)) }
        }.max()
    }

    /// Counts an attempt before its outcome is known, so that many at once can't run ahead of the
    /// counter. `until` is still what the attempts before it led to.
    package func countAttempt(_ key: String) throws -> Attempts {
        let counted = try first(
            """
            INSERT INTO attempts (key, failures, until) VALUES (\(key), 1, 0)
            ON CONFLICT (key) DO UPDATE SET failures = attempts.failures + 1
            RETURNING failures, until
            """
        ) { Attempts(failures: Int($0.integer(0)), until: Timestamp($0.integer(1))) }
        return counted ?? Attempts(failures: 1, until: Timestamp(0))
    }

    package func declineAttempts(_ key: String, until end: Timestamp) throws {
        try run("UPDATE attempts SET until = \(end) WHERE key = \(key)")
    }

    /// Takes back one attempt that turned out right; the next one needn't wait for it.
    package func uncountAttempt(_ key: String) throws {
        try run(
            """
            UPDATE attempts SET failures = failures - 1, until = 0
            WHERE key = \(key) AND failures > 0
            """)
    }

    package func forgetAttempts(_ key: String) throws {
        try run("DELETE FROM attempts WHERE key = \(key)")
    }

    /// Forgets what has been over since `time`.
    package func forgetAttempts(endedBefore time: Timestamp) throws {
        try run("DELETE FROM attempts WHERE until < \(time)")
    }
}
