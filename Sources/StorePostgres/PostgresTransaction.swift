package import Store

/// One open transaction of a connection; lives as long as the closure that got it.
package struct PostgresTransaction: Transaction {
    private let connection: Connection
    private let watch: PostgresDatabase.Watch?

    package init(on connection: Connection, watch: PostgresDatabase.Watch? = nil) {
        self.connection = connection
        self.watch = watch
    }

    package var dialect: Dialect { .postgres }

    @discardableResult
    package func run(_ statement: SQL) throws -> Int {
        try reply(to: statement).changes
    }

    package func each(_ query: SQL, _ body: (any Columns) throws -> Void) throws {
        let reply = try reply(to: query)
        while reply.next() { try body(reply) }
    }

    package func insert(
        _ rows: TableRows, into table: StaticString, meeting conflict: Conflict
    ) throws -> Int {
        let arrays = RowArrays(rows.columns.count)
        var values = TableValues(rows)
        var inserted = 0
        for row in 0..<rows.count {
            for column in rows.columns { values.bindNext(of: column.source, to: arrays) }
            arrays.endRow()
            if arrays.count == RowArrays.usualCount || row == rows.count - 1 {
                inserted += try insert(arrays, into: table, rows, meeting: conflict)
            }
        }
        return inserted
    }

    private func insert(
        _ arrays: RowArrays, into table: StaticString, _ rows: TableRows,
        meeting conflict: Conflict
    ) throws -> Int {
        let names = rows.columns.map { "\($0.name)" }.joined(separator: ", ")
        let rest = conflict == .keepsFirst ? " ON CONFLICT DO NOTHING" : ""
        let text = "INSERT INTO \(table) (\(names)) SELECT * FROM unnest(\(arrays.places))\(rest)"
        watch?(text)
        return try connection.run(text, arrays.takeAll()).changes
    }

    private func reply(to statement: SQL) throws -> Reply {
        let text = statement.text(in: dialect)
        watch?(text)
        return try connection.run(text, Parameters(statement.values))
    }
}
