import Store

/// One open transaction of a connection; lives as long as the closure that got it.
struct PostgresTransaction: Transaction {
    let connection: Connection
    let watch: PostgresDatabase.Watch?

    var dialect: Dialect { .postgres }

    @discardableResult
    func run(_ statement: SQL) throws -> Int {
        try answer(to: statement).changes
    }

    func each(_ query: SQL, _ body: (any Columns) throws -> Void) throws {
        let answer = try answer(to: query)
        while answer.next() { try body(answer) }
    }

    func insertMany(
        into table: StaticString, columns: [StaticString], meeting conflict: Conflict,
        next: (any Binder) throws -> Bool
    ) throws {
        let rows = RowArrays(columns.count)
        while try next(rows) {
            rows.endRow()
            if rows.count == RowArrays.usualCount {
                try insert(rows, into: table, columns, meeting: conflict)
            }
        }
        if rows.count > 0 { try insert(rows, into: table, columns, meeting: conflict) }
    }

    private func insert(
        _ rows: RowArrays, into table: StaticString, _ columns: [StaticString],
        meeting conflict: Conflict
    ) throws {
        let names = columns.map { "\($0)" }.joined(separator: ", ")
        let rest = conflict == .keepsFirst ? " ON CONFLICT DO NOTHING" : ""
        let text = "INSERT INTO \(table) (\(names)) SELECT * FROM unnest(\(rows.places))\(rest)"
        watch?(text)
        _ = try connection.run(text, rows.takeAll())
    }

    private func answer(to statement: SQL) throws -> Answer {
        let text = statement.text(in: dialect)
        watch?(text)
        return try connection.run(text, Parameters(statement.values))
    }
}
