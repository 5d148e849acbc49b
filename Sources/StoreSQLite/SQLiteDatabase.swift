import CSQLite
package import Directory
import GRDB
package import Store

#if canImport(Glibc)
    import Glibc
#endif

/// The database in one file of a directory. Several processes may have it open at once.
package final class SQLiteDatabase: Store.Database {
    /// Sees each statement before it runs; tests read the plans through it.
    package typealias Watch = @Sendable (_ text: String, _ plan: () throws -> [String]) -> Void

    private let connections: any DatabaseWriter
    /// Every transaction is one that SQLite lets change nothing.
    private let isForReading: Bool
    private let watch: Watch?

    /// Opens `rollbook.db` in a directory that exists, makes it when it is missing (readable by
    /// its owner alone), and brings its tables to the newest form.
    ///
    /// - Throws: `NewerSchema` if a newer program made the tables.
    package init(directory: String, clock: WallClock, watch: Watch? = nil) async throws {
        _ = Self.countsNoMemory
        let path = Self.path(in: directory)
        Self.makePrivate(path)
        connections = try DatabasePool(path: path, configuration: Self.configuration)
        isForReading = false
        self.watch = watch
        try await connections.writeWithoutTransaction { database in
            // The pool has just set NORMAL, which may forget the last commits in a power cut.
            try database.execute(sql: "PRAGMA synchronous = FULL")
        }
        try await write { try $0.migrate(at: clock.now()) }
    }

    /// Opens the database of a directory to read in it, and changes nothing there: neither the
    /// tables nor the file. (A pool would write a first page into the log.)
    ///
    /// - Throws: `NewerSchema` or `OlderSchema` if another program made the tables.
    package init(reading directory: String) async throws {
        connections = try DatabaseQueue(
            path: Self.path(in: directory), configuration: Self.configuration)
        isForReading = true
        watch = nil
        try await read { try $0.requireNewestSchema() }
    }

    /// Whether a directory has a database.
    package static func exists(in directory: String) -> Bool {
        access(path(in: directory), F_OK) == 0
    }

    package func read<Answer: Sendable>(
        _ work: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws -> Answer {
        try readNow(work)
    }

    @discardableResult
    package func write<Answer: Sendable>(
        _ work: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws -> Answer {
        try isForReading ? readNow(work) : writeNow(work)
    }

    @discardableResult
    package func writeAhead<Answer: Sendable>(
        _ work: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws -> Answer {
        try isForReading ? readNow(work) : writeAheadNow(work)
    }

    /// Waits for its turn, and so does the thread: `Crew` has threads that may.
    private func readNow<Answer: Sendable>(
        _ work: @escaping @Sendable (any Transaction) throws -> Answer
    ) throws -> Answer {
        try connections.read { [watch] in try work(SQLiteTransaction($0, watch: watch)) }
    }

    private func writeNow<Answer: Sendable>(
        _ work: @escaping @Sendable (any Transaction) throws -> Answer
    ) throws -> Answer {
        try connections.write { [watch] in try work(SQLiteTransaction($0, watch: watch)) }
    }

    /// The log isn't written through to the disk; the next transaction that is takes it along.
    private func writeAheadNow<Answer: Sendable>(
        _ work: @escaping @Sendable (any Transaction) throws -> Answer
    ) throws -> Answer {
        try connections.writeWithoutTransaction { [watch] database in
            try database.execute(sql: "PRAGMA synchronous = NORMAL")
            let outcome = Result { try Self.transact(database, watch, work) }
            try database.execute(sql: "PRAGMA synchronous = FULL")
            return try outcome.get()
        }
    }

    private static func transact<Answer>(
        _ database: GRDB.Database, _ watch: Watch?, _ work: (any Transaction) throws -> Answer
    ) throws -> Answer {
        try database.beginTransaction(.immediate)
        do {
            let answer = try work(SQLiteTransaction(database, watch: watch))
            try database.commit()
            return answer
        } catch {
            if database.isInsideTransaction { try database.rollback() }
            throw error
        }
    }

    private static let countsNoMemory: Void = sqlite_stop_counting_memory()

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.foreignKeysEnabled = true
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { database in
            // Holds for a new file only: wide rows in sorted tables like larger pages.
            try database.execute(sql: "PRAGMA page_size = 8192")
        }
        return configuration
    }

    private static func path(in directory: String) -> String { directory + "/rollbook.db" }

    /// The file exists before SQLite opens it, so that it is never readable by others; the
    /// write-ahead log takes over its mode.
    private static func makePrivate(_ path: String) {
        let file = open(path, O_CREAT | O_WRONLY | O_CLOEXEC, 0o600)
        if file >= 0 { close(file) }
    }
}
