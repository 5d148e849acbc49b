import Directory
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
}
