/// The first columns of a sheet as texts: of each column the UTF-8 bytes of all its cells in one block, as Arrow has them.
///
/// ```swift
/// var columns = TextColumns(count: 5)
/// try workbook.reader(of: 0).read(into: &columns)
/// print(columns.rows, columns.text(row: 0, column: 3))
/// ```
public struct TextColumns: ~Copyable {
    /// How many columns are kept, from the first one on; cells to the right of them are left out.
    public let count: Int
    /// How many rows there are.
    public private(set) var rows = 0
    /// How many bytes the texts have in all.
    public private(set) var bytes = 0
    private var columns: FixedList<TextColumn>

    /// Columns without rows.
    public init(count: Int) {
        self.count = max(0, min(count, Record.mostColumns))
        columns = FixedList(count: self.count) { TextColumn() }
    }

    /// The text of a cell; empty where the row has none.
    public func text(row: Int, column: Int) -> String {
        let place = place(row, column)
        return columns[column].text.view.string(from: place.lowerBound, to: place.upperBound)
    }

    /// The UTF-8 bytes of a cell; empty where the row has none.
    public func withBytes<Result, Failure: Error>(
        row: Int, column: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let place = place(row, column)
        return try columns[column].text.view.withSpan(
            from: place.lowerBound, count: place.count, body)
    }

    private func place(_ row: Int, _ column: Int) -> Range<Int> {
        let start = row == 0 ? 0 : columns[column].ends[row - 1]
        return Int(start)..<Int(columns[column].ends[row])
    }

    /// What the texts may have in all: their ends are kept in four bytes.
    static func mostBytes(_ limits: Limits) -> Int { min(limits.inflatedBytes, Int(UInt32.max)) }

    /// Puts text into a cell of the row that is being filled; a later text replaces an earlier one.
    @inline(__always) mutating func put(
        _ column: Int, _ source: ByteView, from start: Int, count length: Int
    ) {
        let kept = columns[column].start
        bytes &+= length &- (columns[column].text.count &- kept)
        columns[column].text.removeLast(keeping: kept)
        columns[column].text.append(source, from: start, count: length)
    }

    @inline(__always) mutating func finishRow() {
        for column in 0..<count {
            let end = columns[column].text.count
            columns[column].ends.append(UInt32(end))
            columns[column].start = end
        }
        rows &+= 1
    }
}

extension SheetReader {
    /// Appends the rows that are left. It is faster than taking them one by one.
    ///
    /// Rows of a workbook without any cell are left out. Texts that together are longer than
    /// ``Limits/inflatedBytes`` are refused: few bytes of a file can stand for a great many.
    public func read(into columns: inout TextColumns) throws(SheetError) {
        while try rows.append(to: &columns) {}
    }
}

/// The texts of one column, one behind the other.
struct TextColumn: ~Copyable {
    var text = ByteStore()
    /// Of each row the offset behind its text.
    var ends = PlainList<UInt32>(capacity: 1_024)
    /// Where the text of the row begins that is being filled.
    var start = 0
}
