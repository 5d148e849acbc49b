import Directory
import Store
import StorePostgres
import TestDatabases
import Testing

/// What concerns the server and the connections to it.
@Suite(.enabled(if: TestDatabase.kind == .postgres, "bin/postgres brings the server"))
struct PostgresDatabaseTests {
    private let storage: TestDatabase
    private let database: any Database

    init() async throws {
        storage = try TestDatabase()
        database = try await storage.open(clock: .atZero)
    }

    private func endConnection(of process: Int64) async throws {
        let other = try await storage.open(clock: .atZero)
        _ = try await other.read {
            try $0.run("SELECT pg_terminate_backend(\(process)::int, 5000)")
        }
    }

    private func fault(of work: () async throws -> Void) async -> PostgresFault? {
        do {
            try await work()
            return nil
        } catch {
            return error as? PostgresFault
        }
    }

    @Test func aConnectionThatBrokeWhileItRestedIsReplaced() async throws {
        let first = try await database.read { try $0.process() }
        try await endConnection(of: first)

        let second = try await database.read { try $0.process() }

        #expect(second != first)
    }

    @Test func aConnectionThatBreaksInATransactionIsAFaultOfThatOne() async throws {
        let broken = await fault {
            try await database.write { tx in
                try tx.run("DELETE FROM migrations")
                try tx.run("SELECT pg_terminate_backend(pg_backend_pid())")
            }
        }
        let steps = try await database.read {
            try $0.first("SELECT count(*) FROM migrations") { $0.integer(0) }
        }

        #expect(broken?.state == "08006")
        #expect(broken?.message.contains("terminat") == true)
        #expect(steps == Int64(Migration.all.count))
    }

    @Test func aTransactionWithAFailedStatementIsNeverTakenForCommitted() async throws {
        let committed = await fault {
            try await database.write { tx in
                try tx.run("INSERT INTO attempts (key, failures, until) VALUES ('a', 0, 0)")
                _ = try? tx.run("SELECT 1 / 0")
            }
        }
        let next = try await database.read { try $0.all("SELECT key FROM attempts") { $0.text(0) } }

        #expect(committed?.statement == "COMMIT")
        #expect(next == [])
    }

    @Test func aFaultDoesNotRepeatValues() async throws {
        let taken = await fault {
            try await database.write { tx in
                for _ in 0..<2 {
                    try tx.run(
                        "INSERT INTO secrets (name, secret) VALUES (\("anna"), \([1] as [UInt8]))")
                }
            }
        }

        #expect(taken?.state == "23505")
        #expect(taken.map { "\($0)".contains("anna") } == false)
    }

    @Test func aReadWritesNothing() async throws {
        let written = await fault {
            _ = try await database.read { try $0.run("DELETE FROM migrations") }
        }

        #expect(written?.state == "25006")
    }

    @Test func aServerThatIsNotThereIsAFault() async throws {
        let absent = await fault {
            _ = try await PostgresDatabase(
                address: "host=/nowhere dbname=rollbook", clock: .atZero)
        }

        #expect(absent?.state == "08006")
        #expect(absent?.message.contains("/nowhere") == true)
    }
}

extension Transaction {
    /// The server's process behind this connection.
    fileprivate func process() throws -> Int64 {
        try first("SELECT pg_backend_pid()") { $0.integer(0) } ?? 0
    }
}
