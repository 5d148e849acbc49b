import Foundation
import Store
import StorePostgres
import Synchronization

/// A schema of its own on a server. It stays until the server goes.
final class PostgresSchema: Sendable {
    let address: String
    private let name: String

    private static let made = Atomic(0)

    init(on server: String) throws {
        let number = Self.made.add(1, ordering: .relaxed).newValue
        name = "test_\(ProcessInfo.processInfo.processIdentifier)_\(number)"
        address = "\(server) options='-c search_path=\(name)'"
        try PostgresTransaction(on: Connection(server))
            .run(SQL(stringLiteral: "CREATE SCHEMA \(name)"))
    }

    func everythingStored() throws -> String {
        let tx = PostgresTransaction(on: try Connection(address))
        let tables = try tx.all("SELECT tablename FROM pg_tables WHERE schemaname = \(name)") {
            $0.text(0)
        }
        return try tables.flatMap { table in
            try tx.all(SQL(stringLiteral: "SELECT t::text FROM \(table) t")) { $0.text(0) }
        }.joined(separator: "\n")
    }
}
