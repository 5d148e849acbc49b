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

    package func insert(_ rows: TableRows, into table: StaticString) throws {
        let arrays = RowArrays(rows.columns.count)
        var values = TableValues(rows)
        for _ in 0..<rows.count {
            for column in rows.columns { values.bindNext(of: column.source, to: arrays) }
            arrays.endRow()
            if arrays.count == RowArrays.usualCount {
                try insert(arrays, into: table, rows.columns.map(\.name), meeting: .fault)
            }
        }
        if arrays.count > 0 {
            try insert(arrays, into: table, rows.columns.map(\.name), meeting: .fault)
        }
    }

    package func insertMany(
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

    private func reply(to statement: SQL) throws -> Reply {
        let text = statement.text(in: dialect)
        watch?(text)
        return try connection.run(text, Parameters(statement.values))
    }
}
