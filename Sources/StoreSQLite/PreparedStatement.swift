import CSQLite
import Store

/// A prepared statement, bound and read through SQLite's own functions. Beside `Connection` the one
/// file of this target that holds raw pointers.
final class PreparedStatement: Columns {
    private let text: String
    private let statement: OpaquePointer
    private var bound: Int32 = 0
    /// Somebody is at work with it.
    var isLent = false

    /// SQLite copies what it is given.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    init(_ text: String, on connection: OpaquePointer) throws {
        var raw: OpaquePointer?
        let code = sqlite3_prepare_v3(
            connection, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &raw, nil)
        guard code == SQLITE_OK, let raw else { throw SQLiteFault(code, on: connection, text) }
        self.text = text
        statement = raw
    }

    deinit { sqlite3_finalize(statement) }

    /// Runs to the next row; false when there is none.
    func step() throws -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw SQLiteFault(code, on: sqlite3_db_handle(statement), text)
        }
    }

    var changes: Int { Int(sqlite3_changes(sqlite3_db_handle(statement))) }

    /// Ready for the next row; what was bound stays bound.
    func reset() {
        sqlite3_reset(statement)
        bound = 0
    }

    /// Inserts rows, so many with each run; answers how many were inserted. Their texts are bound
    /// where they stand.
    func insert(_ rows: TableRows, _ places: Range<Int>, atOnce size: Int) throws -> Int {
        let same = rows.columns.compactMap(\.source.same)
        let sources = rows.columns.map(\.source).filter { $0.same == nil }.map(Different.init)
        var inserted = 0
        bind(same)
        try rows.letters.withUnsafeBufferPointer { letters in
            for first in stride(from: places.lowerBound, to: places.upperBound, by: size) {
                bound = Int32(same.count)
                for place in first..<first + size { bind(rows, place, sources, letters) }
                _ = try step()
                inserted += changes
                sqlite3_reset(statement)
            }
        }
        return inserted
    }

    /// The letters have to stay where they are until the statement is finished.
    private func bind(_ letters: UnsafeBufferPointer<UInt8>) {
        bound += 1
        guard !letters.isEmpty, let start = letters.baseAddress else {
            sqlite3_bind_text(statement, bound, "", 0, Self.copied)
            return
        }
        start.withMemoryRebound(to: CChar.self, capacity: letters.count) {
            _ = sqlite3_bind_text(statement, bound, $0, Int32(letters.count), nil)
        }
    }

    func finish() {
        reset()
        sqlite3_clear_bindings(statement)
    }
}

extension PreparedStatement {
    func bind(_ values: [Store.SQL.Value]) {
        for value in values {
            switch value {
            case .null: bind(Int64?.none)
            case .integer(let number): bind(number)
            case .text(let text): bind(text)
            case .bytes(let bytes): bind(bytes)
            }
        }
    }

    func bind(_ number: Int64?) {
        bound += 1
        if let number {
            sqlite3_bind_int64(statement, bound, number)
        } else {
            sqlite3_bind_null(statement, bound)
        }
    }

    func bind(_ text: String?) {
        bound += 1
        guard var text else {
            sqlite3_bind_null(statement, bound)
            return
        }
        _ = text.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) { letters in
                if let start = letters.baseAddress {
                    sqlite3_bind_text(
                        statement, bound, start, Int32(letters.count), Self.copied)
                } else {
                    sqlite3_bind_text(statement, bound, "", 0, Self.copied)
                }
            }
        }
    }

    private func bind(_ bytes: [UInt8]) {
        bound += 1
        if bytes.isEmpty {
            sqlite3_bind_zeroblob(statement, bound, 0)
        } else {
            sqlite3_bind_blob(statement, bound, bytes, Int32(bytes.count), Self.copied)
        }
    }
}

extension PreparedStatement {
    func isNull(_ place: Int) -> Bool {
        sqlite3_column_type(statement, Int32(place)) == SQLITE_NULL
    }

    func integer(_ place: Int) -> Int64 {
        sqlite3_column_int64(statement, Int32(place))
    }

    func text(_ place: Int) -> String {
        guard let start = sqlite3_column_text(statement, Int32(place)) else { return "" }
        let count = Int(sqlite3_column_bytes(statement, Int32(place)))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func bytes(_ place: Int) -> [UInt8] {
        guard let start = sqlite3_column_blob(statement, Int32(place)) else { return [] }
        let count = Int(sqlite3_column_bytes(statement, Int32(place)))
        return Array(UnsafeRawBufferPointer(start: start, count: count))
    }

    func append(_ place: Int, to letters: inout [UInt8]) {
        guard let start = sqlite3_column_text(statement, Int32(place)) else { return }
        let count = Int(sqlite3_column_bytes(statement, Int32(place)))
        letters.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
    }
}

/// What the columns are that differ from row to row.
private enum Different {
    case number, text, textOrNull

    init(_ source: TableRows.Source) {
        self =
            switch source {
            case .same, .number: .number
            case .text: .text
            case .textOrNull: .textOrNull
            }
    }
}

extension PreparedStatement {
    private func bind(
        _ rows: TableRows, _ place: Int, _ columns: [Different],
        _ letters: UnsafeBufferPointer<UInt8>
    ) {
        var number = place * rows.numbersInRow
        var text = place * rows.textsInRow
        for column in columns {
            if column == .number {
                bind(rows.numbers[number])
                number += 1
            } else {
                let start = text == 0 ? 0 : rows.ends[text - 1]
                let letters = UnsafeBufferPointer(rebasing: letters[start..<rows.ends[text]])
                if letters.isEmpty, column == .textOrNull {
                    bind(Int64?.none)
                } else {
                    bind(letters)
                }
                text += 1
            }
        }
    }
}
