import Directory
import Foundation
import Glibc
import Store
import StoreSQLite
import TestDatabases
import Testing

/// What concerns the file.
struct SQLiteDatabaseTests {
    @Test func aCommitIsDurableAndTheFileIsPrivate() async throws {
        let folder = try TemporaryFolder()
        let database = try await SQLiteDatabase(directory: folder.path, clock: .atZero)

        let mode = try await database.write { try $0.first("PRAGMA synchronous") { $0.integer(0) } }
        let journal = try await database.read { try $0.first("PRAGMA journal_mode") { $0.text(0) } }
        let keys = try await database.write {
            try $0.first("PRAGMA foreign_keys") { $0.integer(0) }
        }
        var status = stat()
        stat(folder.path + "/rollbook.db", &status)

        #expect(mode == 2)
        #expect(journal == "wal")
        #expect(keys == 1)
        #expect(status.st_mode & 0o777 == 0o600)
    }

    @Test func whoeverOnlyReadsChangesNothing() async throws {
        let folder = try TemporaryFolder()
        try await make(in: folder)
        let before = try files(in: folder)

        try await readAndTryToWrite(in: folder)

        #expect(try files(in: folder) == before)
    }

    @Test func whoeverOnlyReadsRefusesTablesOfAnotherProgram() async throws {
        let folder = try TemporaryFolder()
        let database = try await SQLiteDatabase(directory: folder.path, clock: .atZero)

        try await database.write { try $0.run("DELETE FROM migrations WHERE number > 1") }
        await #expect(throws: OlderSchema.self) {
            _ = try await SQLiteDatabase(reading: folder.path)
        }
        try await database.write {
            try $0.run("INSERT INTO migrations (number, name, at) VALUES (99, 'later', 0)")
        }
        await #expect(throws: NewerSchema.self) {
            _ = try await SQLiteDatabase(reading: folder.path)
        }
    }

    @Test func aDirectoryHasADatabaseOrNot() async throws {
        let folder = try TemporaryFolder()

        #expect(!SQLiteDatabase.exists(in: folder.path))
        try await make(in: folder)
        #expect(SQLiteDatabase.exists(in: folder.path))
    }

    /// Makes a database and closes it.
    private func make(in folder: TemporaryFolder) async throws {
        let database = try await SQLiteDatabase(directory: folder.path, clock: .atZero)
        _ = try await database.read { try $0.allAccounts() }
    }

    private func readAndTryToWrite(in folder: TemporaryFolder) async throws {
        let database = try await SQLiteDatabase(reading: folder.path)
        #expect(try await database.read { try $0.allAccounts().isEmpty })
        await #expect(throws: (any Error).self) {
            try await database.write { try $0.run("DELETE FROM migrations") }
        }
    }

    private func files(in folder: TemporaryFolder) throws -> [String: Data] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return try Dictionary(
            uniqueKeysWithValues: names.map { name in
                (name, try Data(contentsOf: URL(filePath: folder.path + "/" + name)))
            })
    }

    @Test func aCommitIsDurableAgainAfterOneThatNeedNotBe() async throws {
        struct Stumble: Error {}
        let folder = try TemporaryFolder()
        let database = try await SQLiteDatabase(directory: folder.path, clock: .atZero)
        let synchronous: @Sendable (any Transaction) throws -> Int64? = { tx in
            try tx.first("PRAGMA synchronous") { $0.integer(0) }
        }

        let ahead = try await database.writeAhead(synchronous)
        await #expect(throws: Stumble.self) {
            try await database.writeAhead { _ in throw Stumble() }
        }
        let after = try await database.write(synchronous)

        #expect(ahead == 1)
        #expect(after == 2)
    }
}
