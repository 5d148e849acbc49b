import Store

/// Rows on their way into a table. Bound to one statement many at a time, they cost half as much as
/// a statement a row: SQLite opens the table and its indexes anew for each.
final class RowBatch: Binder {
    enum Value {
        case null
        case integer(Int64)
        /// A stretch of `letters`.
        case text(Range<Int>)
    }

    static let size = 32

    private let columns: Int
    private var values: [Value] = []
    /// The texts' UTF-8, one after the other.
    private(set) var letters: [UInt8] = []

    init(columns: Int) {
        self.columns = columns
    }

    /// Takes rows until the batch is full; false when there are no more.
    func fill(_ next: (any Binder) throws -> Bool) rethrows -> Bool {
        values.removeAll(keepingCapacity: true)
        letters.removeAll(keepingCapacity: true)
        while count < Self.size {
            guard try next(self) else { return false }
        }
        return true
    }

    var count: Int { values.count / columns }

    var all: ArraySlice<Value> { values[...] }

    func row(_ place: Int) -> ArraySlice<Value> {
        values[place * columns..<(place + 1) * columns]
    }

    func bind(_ number: Int64?) {
        values.append(number.map { .integer($0) } ?? .null)
    }

    func bind(_ text: String?) {
        guard var text else { return values.append(.null) }
        let start = letters.count
        text.withUTF8 { letters.append(contentsOf: $0) }
        values.append(.text(start..<letters.count))
    }
}
