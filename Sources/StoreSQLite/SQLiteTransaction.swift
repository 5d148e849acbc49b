import GRDB
import Store

/// One open transaction of a connection; lives as long as the closure that got it.
final class SQLiteTransaction: Store.Transaction {
    private let database: GRDB.Database
    private let watch: SQLiteDatabase.Watch?
    /// Texts whose cached statement is in use: a query inside a query gets one of its own.
    private var busy: Set<String> = []

    init(_ database: GRDB.Database, watch: SQLiteDatabase.Watch?) {
        self.database = database
        self.watch = watch
    }

    let dialect = Dialect.sqlite

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

    func insertMany(
        into table: StaticString, columns: [StaticString], meeting conflict: Conflict,
        next: (any Binder) throws -> Bool
    ) throws {
        let insertion = Insertion(into: table, columns, meeting: conflict)
        let batch = RowBatch(columns: columns.count)
        while try batch.fill(next) {
            try using(insertion.text(rows: RowBatch.size), planOf: insertion.text(rows: 1)) {
                try $0.insert(batch.all, of: batch.letters)
            }
        }
        guard batch.count > 0 else { return }
        try using(insertion.text(rows: 1)) { prepared in
            for place in 0..<batch.count {
                try prepared.insert(batch.row(place), of: batch.letters)
            }
        }
    }

    /// - Parameter other: A text whose plan stands for this one's; nil if it is its own.
    private func using<Answer>(
        _ text: String, planOf other: String? = nil, _ work: (PreparedStatement) throws -> Answer
    ) throws -> Answer {
        watch?(other ?? text) { try plan(of: other ?? text) }
        let isFree = busy.insert(text).inserted
        defer { if isFree { busy.remove(text) } }
        let statement =
            isFree ? try database.cachedStatement(sql: text) : try database.makeStatement(sql: text)
        let prepared = PreparedStatement(statement)
        defer { prepared.finish() }
        return try work(prepared)
    }

    private func plan(of text: String) throws -> [String] {
        let places = text.count { $0 == "?" }
        let nothing = StatementArguments(Array(repeating: Int64?.none, count: places))
        return try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN " + text, arguments: nothing)
            .map { $0["detail"] }
    }
}

/// The text of a statement that inserts rows.
private struct Insertion {
    private let head: String
    private let row: String
    private let tail: String

    init(into table: StaticString, _ columns: [StaticString], meeting conflict: Conflict) {
        head = "INSERT INTO \(table) (\(columns.map { "\($0)" }.joined(separator: ", "))) VALUES "
        row = "(\(columns.map { _ in "?" }.joined(separator: ", ")))"
        tail = conflict == .keepsFirst ? " ON CONFLICT DO NOTHING" : ""
    }

    func text(rows: Int) -> String {
        head + Array(repeating: row, count: rows).joined(separator: ", ") + tail
    }
}
