import Store

/// The text of a statement that inserts rows of a table.
///
/// Many rows bound together cost half as much as a statement a row, for SQLite opens the table and its indexes anew for
/// each. But so that it could take back such a statement alone, it first writes down each page that it touches: with
/// indexes in another order, several pages a row. It needn't where a fault takes back the whole transaction.
struct TableInsertion {
    /// Rows that one statement takes, from the most to the fewest.
    let sizes: [Int]

    private let head: String
    private let tail: String
    private let columns: [(name: StaticString, source: TableRows.Source)]

    init(
        of columns: [(name: StaticString, source: TableRows.Source)], into table: StaticString,
        meeting conflict: Conflict
    ) {
        self.columns = columns
        let names = columns.map { "\($0.name)" }.joined(separator: ", ")
        switch conflict {
        case .fault:
            sizes = [64, 1]
            head = "INSERT OR ROLLBACK INTO \(table) (\(names)) VALUES "
            tail = ""
        case .keepsFirst:
            sizes = [1]
            head = "INSERT INTO \(table) (\(names)) VALUES "
            tail = " ON CONFLICT DO NOTHING"
        }
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
