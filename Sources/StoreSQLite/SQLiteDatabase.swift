package import Directory
package import Store
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// The database in one file of a directory. Several processes may have it open at once.
///
/// Transactions wait for their turn, and so does the thread: `Crew` has threads that may.
package final class SQLiteDatabase: Database {
    /// Sees each statement before it runs; tests read the plans through it.
    package typealias Watch = @Sendable (_ text: String, _ plan: () throws -> [String]) -> Void

    private let path: String
    /// The one connection that writes; nil where every transaction is to change nothing.
    private let writer: Mutex<Connection?>
    /// Whoever reads takes the connection that was given back last: what it still knows of the
    /// file's pages is the newest.
    private let readers = Mutex<[Connection]>([])
    private let log: WriteAheadLog
    private let watch: Watch?

    /// Connections for reading that stay open.
    private static let restingReaders = 4

    /// Opens `rollbook.db` in a directory that exists, makes it when it is missing (readable by
    /// its owner alone), and brings its tables to the newest form.
    ///
    /// - Parameter fault: Hears once that the write-ahead log can't be emptied, each time that begins.
    /// - Throws: `NewerSchema` if a newer program made the tables.
    package init(
        directory: String, clock: WallClock, watch: Watch? = nil,
        fault: @escaping @Sendable (any Error) -> Void = { _ in }
    ) async throws {
        path = Self.path(in: directory)
        Self.makePrivate(path)
        let connection = try Connection(path)
        // Holds for a new file only: wide rows in sorted tables like larger pages.
        try connection.command("PRAGMA page_size = 8192")
        try connection.command("PRAGMA journal_mode = WAL")
        log = WriteAheadLog(of: path, fault: fault)
        log.grows(with: connection)
        writer = Mutex(connection)
        self.watch = watch
        try await write { try $0.migrate(at: clock.now()) }
    }

    /// Opens the database of a directory to read in it, and changes nothing there: neither the
    /// tables nor the file.
    ///
    /// - Throws: `NewerSchema` or `OlderSchema` if another program made the tables.
    package init(reading directory: String) async throws {
        path = Self.path(in: directory)
        log = WriteAheadLog(of: path) { _ in }
        writer = Mutex(nil)
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

    private func readNow<Answer>(
        _ work: (any Transaction) throws -> Answer
    ) throws -> Answer {
        let connection = try readers.withLock { $0.popLast() } ?? newReader()
        defer { giveBack(connection) }
        return try connection.transaction(.reading) {
            try work(SQLiteTransaction(on: connection, watch: watch))
        }
    }

    @discardableResult
    package func write<Answer: Sendable>(
        _ work: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws -> Answer {
        try writeNow(.everyCommit, work)
    }

    @discardableResult
    package func writeAhead<Answer: Sendable>(
        _ work: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws -> Answer {
        let answer = try writeNow(.laterCommits, work)
        log.writeOutSoon()
        return answer
    }

    private func writeNow<Answer: Sendable>(
        _ durability: Durability, _ work: @Sendable (any Transaction) throws -> Answer
    ) throws -> Answer {
        try writer.withLock { connection in
            guard let connection else { return try readNow(work) }
            try durability.hold(for: connection)
            return try connection.transaction(.writing) {
                if durability == .everyCommit { connection.room?.make() }
                return try work(SQLiteTransaction(on: connection, watch: watch))
            }
        }
    }

    private func newReader() throws -> Connection {
        let connection = try Connection(path)
        try connection.command("PRAGMA query_only = ON")
        return connection
    }

    private func giveBack(_ connection: Connection) {
        readers.withLock { readers in
            if readers.count < Self.restingReaders { readers.append(connection) }
        }
    }

    private static func path(in directory: String) -> String { directory + "/rollbook.db" }

    /// The file exists before SQLite opens it, so that it is never readable by others; the
    /// write-ahead log takes over its mode.
    private static func makePrivate(_ path: String) {
        let file = open(path, O_CREAT | O_WRONLY | O_CLOEXEC, 0o600)
        if file >= 0 { close(file) }
    }
}

/// Which commits a power cut can't take back.
enum Durability {
    case everyCommit
    /// The log isn't written through to the disk; the next commit that is takes it along.
    case laterCommits

    var pragma: String {
        switch self {
        case .everyCommit: "PRAGMA synchronous = FULL"
        case .laterCommits: "PRAGMA synchronous = NORMAL"
        }
    }

    /// From now on the connection's commits promise this. Said before the work: where saying it fails,
    /// nothing is written.
    func hold(for connection: Connection) throws {
        guard connection.durability != self else { return }
        connection.durability = nil
        try connection.command(pragma)
        connection.durability = self
    }
}
