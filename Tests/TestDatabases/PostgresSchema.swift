import Foundation
@testable import StorePostgres
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
        try Connection(server).command("CREATE SCHEMA \(name)")
    }

    func everythingStored() throws -> String {
        let connection = try Connection(address)
        let tables = try connection.run(
            "SELECT tablename FROM pg_tables WHERE schemaname = '\(name)'", Parameters())
        var text = ""
        while tables.next() {
            let rows = try connection.run("SELECT t::text FROM \(tables.text(0)) t", Parameters())
            while rows.next() { text += rows.text(0) + "\n" }
        }
        return text
    }
}
