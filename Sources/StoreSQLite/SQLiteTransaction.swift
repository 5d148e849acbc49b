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
        let names = columns.map { "\($0)" }.joined(separator: ", ")
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        let rest = conflict == .keepsFirst ? " ON CONFLICT DO NOTHING" : ""
        try using("INSERT INTO \(table) (\(names)) VALUES (\(places))\(rest)") { prepared in
            while try next(prepared) {
                _ = try prepared.step()
                prepared.reset()
            }
        }
    }

    private func using<Answer>(
        _ text: String, _ work: (PreparedStatement) throws -> Answer
    ) throws -> Answer {
        watch?(text) { try plan(of: text) }
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
