package import Directory
import Foundation
package import Store
import StorePostgres
import StoreSQLite
import Synchronization

/// A database of its own for one test: a file in a folder, or a schema on the PostgreSQL server
/// that `TEST_POSTGRES` names. It can be opened several times, as processes do.
package final class TestDatabase: Sendable {
    package enum Kind: Sendable { case sqlite, postgres }

    /// Sees each statement before it runs, with a way to its plan.
    package typealias Watch = @Sendable (_ text: String, _ plan: () throws -> [String]) -> Void

    /// What all tests of this run are on.
    package static var kind: Kind { server == nil ? .sqlite : .postgres }

    private enum Place {
        case folder(TemporaryFolder)
        case schema(PostgresSchema)
    }

    private static let server = ProcessInfo.processInfo.environment["TEST_POSTGRES"]
    private let place: Place

    package init() throws {
        place =
            if let server = Self.server {
                .schema(try PostgresSchema(on: server))
            } else {
                .folder(try TemporaryFolder())
            }
    }

    package func open(
        clock: WallClock, connections: Int = 4, watch: Watch? = nil
    ) async throws -> any Database {
        switch place {
        case .folder(let folder):
            return try await SQLiteDatabase(directory: folder.path, clock: clock, watch: watch)
        case .schema(let schema):
            return try await PostgresDatabase(
                address: schema.address, connections: connections, clock: clock,
                watch: watch.map(Self.withPlans))
        }
    }

    private static func withPlans(_ watch: @escaping Watch) -> PostgresDatabase.Watch {
        { text in watch(text) { try plans.get().plan(of: text) } }
    }

    private static let plans = Result { try PostgresPlans(on: server ?? "") }

    /// Everything that is stored, as text.
    package func everythingStored() throws -> String {
        switch place {
        case .folder(let folder):
            return try ["rollbook.db", "rollbook.db-wal"].map { name in
                String(
                    decoding: try Data(contentsOf: URL(filePath: folder.path + "/" + name)),
                    as: UTF8.self)
            }.joined()
        case .schema(let schema): return try schema.everythingStored()
        }
    }
}
