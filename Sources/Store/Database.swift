/// A database: SQLite or PostgreSQL. A transaction is a synchronous closure, and `write` may run it twice.
package protocol Database: Sendable {
    func read<Answer: Sendable>(
        _ work: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws -> Answer

    @discardableResult
    func write<Answer: Sendable>(
        _ work: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws -> Answer

    /// Like `write`, but until the next `write` a power cut may take it back, and all that came
    /// since: for the steps of something that nobody sees before its last step.
    @discardableResult
    func writeAhead<Answer: Sendable>(
        _ work: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws -> Answer
}

extension Database {
    @discardableResult
    package func writeAhead<Answer: Sendable>(
        _ work: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws -> Answer {
        try await write(work)
    }
}

/// An open transaction. The product's queries are its extensions, so each is proof of being inside one.
package protocol Transaction {
    var dialect: Dialect { get }

    /// Runs a statement; answers how many rows it changed.
    @discardableResult
    func run(_ statement: SQL) throws -> Int

    /// Calls `body` with each row of the answer, in order.
    func each(_ query: SQL, _ body: (any Columns) throws -> Void) throws

    /// Adds rows to a table; answers how many.
    @discardableResult
    func insert(
        _ rows: TableRows, into table: StaticString, meeting conflict: Conflict
    ) throws -> Int
}

/// What becomes of an inserted row whose key is there already.
package enum Conflict: Sendable {
    /// It is a fault, and ends the transaction.
    case fault
    /// The row that is there stays, the new one is left out.
    case keepsFirst
}

/// One row of an answer, by the column's place from 0; valid only inside the closure that got it.
package protocol Columns {
    func isNull(_ place: Int) -> Bool
    func integer(_ place: Int) -> Int64
    func text(_ place: Int) -> String
    func bytes(_ place: Int) -> [UInt8]
    /// Appends a text as UTF-8, which needs no memory of its own then.
    func append(_ place: Int, to letters: inout [UInt8])
}

extension Transaction {
    package func all<Answer>(
        _ query: SQL, _ read: (any Columns) throws -> Answer
    ) throws -> [Answer] {
        var answers: [Answer] = []
        try each(query) { answers.append(try read($0)) }
        return answers
    }

    package func first<Answer>(
        _ query: SQL, _ read: (any Columns) throws -> Answer
    ) throws -> Answer? {
        try all(query, read).first
    }

    package func insert(_ rows: TableRows, into table: StaticString) throws {
        try insert(rows, into: table, meeting: .fault)
    }
}
