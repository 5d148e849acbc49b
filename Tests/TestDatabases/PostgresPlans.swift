import Directory
import Store
import StorePostgres
import Synchronization

/// How a server runs statements when the tables are as full as in daily use: in a schema that is
/// filled once, always alike, and measured to the last row. What the tests themselves store is too
/// little to tell.
final class PostgresPlans: Sendable {
    private let connection: Mutex<Connection>

    init(on server: String) throws {
        let schema = try PostgresSchema(on: server)
        let connection = try Connection(schema.address)
        let tx = PostgresTransaction(on: connection)
        try tx.migrate(at: Timestamp(0))
        for statement in UsualTables.statements { try tx.run(statement) }
        self.connection = Mutex(connection)
    }

    /// The scans and sorts of a statement's plan, from the outside in; each scan with what it
    /// looks for in its index. Values are `?`: how they are called depends on the server's version.
    func plan(of text: String) throws -> [String] {
        let lines = try explain(text)
        var steps: [String] = []
        for line in lines {
            if line.hasPrefix("Index Cond: ") {
                steps[steps.count - 1] += " " + line.dropFirst("Index Cond: ".count)
            } else if line.contains(" Scan") || line.hasPrefix("Sort Key: ") {
                steps.append(line)
            }
        }
        return steps
    }

    private func explain(_ text: String) throws -> [String] {
        try connection.withLock { connection in
            let tx = PostgresTransaction(on: connection)
            try tx.run(SQL(stringLiteral: "PREPARE explained AS \(text)"))
            defer { _ = try? tx.run("DEALLOCATE explained") }
            let count =
                text.split(separator: "$").dropFirst()
                .compactMap { Int($0.prefix { $0.isNumber }) }.max() ?? 0
            let values = Array(repeating: "NULL", count: count).joined(separator: ", ")
            let call = count == 0 ? "explained" : "explained(\(values))"
            return try tx.all(SQL(stringLiteral: "EXPLAIN (COSTS OFF) EXECUTE \(call)")) { row in
                String(row.text(0).drop { $0 == " " || $0 == "-" || $0 == ">" })
                    .replacing(/\$\d+|\(InitPlan \d+\)\.col\d+/, with: "?")
            }
        }
    }
}
