import Store

/// The text of a statement that inserts rows of a table, many at a time: bound together they cost half as much as a
/// statement a row, for SQLite opens the table and its indexes anew for each.
struct TableInsertion {
    /// Rows of the statement that takes many.
    static let size = 64

    private let head: String
    private let tail: String
    private let columns: [(name: StaticString, source: TableRows.Source)]

    init(
        of columns: [(name: StaticString, source: TableRows.Source)], into table: StaticString,
        meeting conflict: Conflict
    ) {
        self.columns = columns
        tail = conflict == .keepsFirst ? " ON CONFLICT DO NOTHING" : ""
        head =
            "INSERT INTO \(table) (\(columns.map { "\($0.name)" }.joined(separator: ", "))) VALUES "
    }

    /// What is the same in every row has the first numbers and is bound once.
    func text(rows: Int) -> String {
        var next = columns.count { $0.source.same != nil }
        let all = (0..<rows).map { _ in
            var same = 0
            let places = columns.map { column in
                if column.source.same != nil {
                    same += 1
                    return "?\(same)"
                }
                next += 1
                return "?\(next)"
            }
            return "(\(places.joined(separator: ", ")))"
        }
        return head + all.joined(separator: ", ") + tail
    }
}
