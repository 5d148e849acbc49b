import Directory
import Foundation
import Store
import StoreSQLite
import TestDatabases
import Testing

/// The write-ahead log's file is longer than what stands in it.
struct LogRoomTests {
    @Test func smallCommitsFindTheFileLongEnough() async throws {
        let folder = try TemporaryFolder()
        let database = try await Self.database(in: folder)

        var lengths: Set<Int> = []
        for number in 0..<400 {
            try await database.write { try $0.run("INSERT INTO notes VALUES (\(number))") }
            lengths.insert(try Self.lengthOfLog(in: folder))
        }

        // Without room each commit makes it longer.
        #expect(lengths.count < 200)
    }

    @Test func nothingIsLostBeforeTheRoomWhenTheMachineStops() async throws {
        let folder = try TemporaryFolder()
        let other = try TemporaryFolder()
        let database = try await Self.database(in: folder)
        let count = { (database: SQLiteDatabase) in
            try await database.read {
                try $0.first("SELECT count(*) FROM notes") { $0.integer(0) }
            }
        }

        for number in 0..<200 {
            try await database.write { try $0.run("INSERT INTO notes VALUES (\(number))") }
            guard number % 20 == 19 else { continue }
            try Self.copyFiles(from: folder, to: other)
            let copy = try await SQLiteDatabase(directory: other.path, clock: .atZero)
            #expect(try await count(copy) == Int64(number) + 1)
        }
    }

    private static func database(in folder: TemporaryFolder) async throws -> SQLiteDatabase {
        let database = try await SQLiteDatabase(directory: folder.path, clock: .atZero)
        try await database.write { try $0.run("CREATE TABLE notes (number INTEGER)") }
        return database
    }

    private static func lengthOfLog(in folder: TemporaryFolder) throws -> Int {
        try Data(contentsOf: URL(filePath: folder.path + "/rollbook.db-wal")).count
    }

    private static func copyFiles(from folder: TemporaryFolder, to other: TemporaryFolder) throws {
        for name in ["rollbook.db", "rollbook.db-wal", "rollbook.db-shm"] {
            let target = URL(filePath: "\(other.path)/\(name)")
            if FileManager.default.fileExists(atPath: target.path) {
                try FileManager.default.removeItem(at: target)
            }
            if name.hasSuffix("shm") { continue }
            try FileManager.default.copyItem(
                at: URL(filePath: "\(folder.path)/\(name)"), to: target)
        }
    }
}
