import Store

extension Database {
    /// Every row of every table as text, but for what reading alone changes.
    func dump() async throws -> [String] {
        try await read { tx in
            let tables = try tx.all("SELECT name FROM sqlite_schema WHERE type = 'table'") {
                $0.text(0)
            }
            return try tables.sorted().filter { !["sessions", "attempts"].contains($0) }
                .flatMap { table in
                    let columns = try tx.all(
                        SQL(stringLiteral: "SELECT name FROM pragma_table_info('\(table)')")
                    ) { "quote(\"\($0.text(0))\")" }
                    let line = columns.joined(separator: " || ',' || ")
                    return try tx.all(SQL(stringLiteral: "SELECT \(line) FROM \"\(table)\"")) {
                        "\(table): \($0.text(0))"
                    }.sorted()
                }
        }
    }
}
