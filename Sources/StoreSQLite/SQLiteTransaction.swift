import Store

/// One open transaction of a connection; lives as long as the closure that got it.
struct SQLiteTransaction: Store.Transaction {
    private let connection: Connection
    private let watch: SQLiteDatabase.Watch?

    init(on connection: Connection, watch: SQLiteDatabase.Watch?) {
        self.connection = connection
        self.watch = watch
    }

    var dialect: Dialect { .sqlite }

    @discardableResult
    func run(_ statement: Store.SQL) throws -> Int {
        try using(statement.text(in: dialect)) { prepared in
            prepared.bind(statement.values)
            while try prepared.step() {}
            return prepared.changes
        }
    }

    func each(_ query: Store.SQL, _ body: (any Columns) throws -> Void) throws {
        try using(query.text(in: dialect)) { prepared in
            prepared.bind(query.values)
            while try prepared.step() { try body(prepared) }
        }
    }

    func insert(
        _ rows: TableRows, into table: StaticString, meeting conflict: Conflict
    ) throws -> Int {
        let insertion = TableInsertion(of: rows.columns, into: table, meeting: conflict)
        var (place, inserted) = (0, 0)
        for size in insertion.sizes where rows.count - place >= size {
            try using(insertion.text(rows: size), planOf: insertion.text(rows: 1)) { prepared in
                let end = rows.count - (rows.count - place) % size
                inserted += try prepared.insert(rows, place..<end, atOnce: size)
                place = end
            }
        }
        return inserted
    }

    /// - Parameter other: A text whose plan stands for this one's; nil if it is its own.
    private func using<Answer>(
        _ text: String, planOf other: String? = nil, _ work: (PreparedStatement) throws -> Answer
    ) throws -> Answer {
        watch?(other ?? text) { try plan(of: other ?? text) }
        return try connection.withStatement(text, work)
    }

    private func plan(of text: String) throws -> [String] {
        try connection.withStatement("EXPLAIN QUERY PLAN " + text) { steps in
            var plan: [String] = []
            while try steps.step() { plan.append(steps.text(3)) }
            return plan
        }
    }
}
