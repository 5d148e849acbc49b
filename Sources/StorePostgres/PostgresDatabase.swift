package import Directory
import NIOPosix
package import Store
import Synchronization

/// A database on a PostgreSQL server. Several processes may use it at once.
///
/// A write is serializable: as if it had been alone. Where two really meet, the server ends one of
/// them, and it is done again. A read sees the state of one moment, waits for nobody and is never
/// done again.
package final class PostgresDatabase: Database {
    /// Sees each statement before it runs; tests ask for its plan.
    package typealias Watch = @Sendable (_ text: String) -> Void

    private let address: String
    private let watch: Watch?
    /// One for each connection that may be open: the line before them is the line for a connection.
    private let threads: NIOThreadPool
    private let resting = Mutex<[Connection]>([])

    /// Reaches the database and brings its tables to the newest form.
    ///
    /// - Parameter address: what libpq takes: a URL, or `host=… dbname=…`.
    /// - Throws: `NewerSchema` if a newer program made the tables, `PostgresFault`.
    package init(
        address: String, connections: Int = 8, clock: WallClock, watch: Watch? = nil
    ) async throws {
        self.address = address
        self.watch = watch
        threads = NIOThreadPool(numberOfThreads: connections)
        threads.start()
        try await migrate(at: clock.now())
    }

    deinit {
        threads.shutdownGracefully { _ in }
    }

    package func read<Answer: Sendable>(
        _ work: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws -> Answer {
        try await transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", work)
    }

    @discardableResult
    package func write<Answer: Sendable>(
        _ work: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws -> Answer {
        var turn = 1
        while true {
            do {
                return try await transaction("BEGIN ISOLATION LEVEL SERIALIZABLE", work)
            } catch let fault as PostgresFault where fault.isConflict && turn < Self.turns {
                try await Task.sleep(for: .milliseconds(Int.random(in: 0...min(turn, 50))))
                turn += 1
            }
        }
    }

    /// Some five seconds of meeting others, as long as SQLite waits for its turn.
    private static let turns = 200

    private func transaction<Answer: Sendable>(
        _ beginning: String, _ work: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws -> Answer {
        try await threads.runIfActive { [self] in
            let connection = try connection(beginning)
            defer { giveBack(connection) }
            return try connection.transaction {
                try work(PostgresTransaction(on: connection, watch: watch))
            }
        }
    }

    /// A connection in a new transaction. Those that broke while they rested are dropped: nothing
    /// was done on them yet.
    private func connection(_ beginning: String) throws -> Connection {
        while let connection = resting.withLock({ $0.popLast() }) {
            do {
                try connection.command(beginning)
                return connection
            } catch {
                if connection.isAlive { throw error }
            }
        }
        let connection = try Connection(address)
        try connection.command(beginning)
        return connection
    }

    private func giveBack(_ connection: Connection) {
        if connection.isAtRest { resting.withLock { $0.append(connection) } }
    }
}

extension PostgresDatabase {
    /// Only one process at a time, whatever the others are doing: statements that make tables
    /// aren't isolated from each other.
    private func migrate(at time: Timestamp) async throws {
        try await threads.runIfActive { [address, watch] in
            let connection = try Connection(address)
            try connection.command("SELECT pg_advisory_lock(hashtext('rollbook'))")
            try connection.command("BEGIN ISOLATION LEVEL SERIALIZABLE")
            try connection.transaction {
                try PostgresTransaction(on: connection, watch: watch).migrate(at: time)
            }
        }
    }
}
