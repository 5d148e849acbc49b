import CSQLite

/// A connection to the file, with the statements that were prepared on it. Only one thread has it
/// at a time: hence unchecked.
final class Connection: @unchecked Sendable {
    private let raw: OpaquePointer
    private var statements: [StatementText: PreparedStatement] = [:]
    /// What its commits promise now; nobody knows until it was said, or while saying failed.
    var durability: Durability?
    /// Of the write-ahead log; the one that writes has it.
    var room: LogRoom?
    /// Gets the number of pages that the write-ahead log has after a commit.
    var afterCommit: ((Connection, Int) -> Void)? {
        didSet { sqlite3_wal_hook(raw, Self.hook, Unmanaged.passUnretained(self).toOpaque()) }
    }

    /// SQLite waits so long for another process.
    private static let patience: Int32 = 5_000

    /// Before the first connection is opened.
    private static let countsNoMemory: Void = sqlite_stop_counting_memory()

    init(_ path: String) throws {
        _ = Self.countsNoMemory
        var raw: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX
        let code = sqlite3_open_v2(path, &raw, flags, nil)
        guard code == SQLITE_OK, let raw else {
            defer { sqlite3_close_v2(raw) }
            throw SQLiteFault(code, on: raw, "")
        }
        self.raw = raw
        sqlite3_busy_timeout(raw, Self.patience)
        try command("PRAGMA foreign_keys = ON")
    }

    deinit {
        statements.removeAll()
        sqlite3_close_v2(raw)
    }

    /// Runs a statement that has no values and no answer, such as a PRAGMA.
    func command(_ text: String) throws {
        let code = sqlite3_exec(raw, text, nil, nil, nil)
        guard code == SQLITE_OK else { throw SQLiteFault(code, on: raw, text) }
    }

    private static let hook:
        @convention(c) (UnsafeMutableRawPointer?, OpaquePointer?, UnsafePointer<CChar>?, Int32) ->
            Int32 = { context, _, _, pages in
                guard let context else { return SQLITE_OK }
                let connection = Unmanaged<Connection>.fromOpaque(context).takeUnretainedValue()
                connection.afterCommit?(connection, Int(pages))
                return SQLITE_OK
            }

    /// Copies the write-ahead log into the file as far as nobody needs it any more, so that the log
    /// begins anew. Doesn't wait for anybody.
    func emptyLog() throws {
        let code = sqlite3_wal_checkpoint_v2(raw, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
        guard code == SQLITE_OK else { throw SQLiteFault(code, on: raw, "checkpoint") }
    }

    /// Lends the statement of a text, which stays prepared for the next time. A query inside the
    /// same query gets one of its own.
    func withStatement<Answer>(
        _ text: String, _ work: (PreparedStatement) throws -> Answer
    ) throws -> Answer {
        let statement = try known(text)
        statement.isLent = true
        defer {
            statement.finish()
            statement.isLent = false
        }
        return try work(statement)
    }

    private func known(_ text: String) throws -> PreparedStatement {
        let key = StatementText(text: text)
        if let statement = statements[key] {
            return statement.isLent ? try PreparedStatement(text, on: raw) : statement
        }
        let statement = try PreparedStatement(text, on: raw)
        statements[key] = statement
        return statement
    }

    /// Begins a transaction, does the work and commits; what throws leaves nothing.
    func transaction<Answer>(
        _ beginning: Beginning, _ work: () throws -> Answer
    ) throws -> Answer {
        // One that couldn't be rolled back must not keep all others from beginning.
        if sqlite3_get_autocommit(raw) == 0 { try run("ROLLBACK") }
        try run(beginning.rawValue)
        do {
            let answer = try work()
            try run("COMMIT")
            return answer
        } catch {
            // Some faults have ended the transaction already. What went wrong first is what is told.
            if sqlite3_get_autocommit(raw) == 0 { try? run("ROLLBACK") }
            throw error
        }
    }

    private func run(_ text: String) throws {
        try withStatement(text) { statement in
            while try statement.step() {}
        }
    }
}

/// What a prepared statement is found by. Few statements are of one length, and to compare two texts
/// costs less than to hash one.
private struct StatementText: Hashable {
    let text: String

    func hash(into hasher: inout Hasher) {
        hasher.combine(text.utf8.count)
    }
}

/// How a transaction begins.
enum Beginning: String {
    /// With the first statement, which sees what is committed by then.
    case reading = "BEGIN DEFERRED"
    /// When nobody else writes.
    case writing = "BEGIN IMMEDIATE"
}
