/// A number of rows on their way from the scanner to the records.
///
/// Rows are taken in batches so that the look-ups of shared strings, which mostly miss the processor's cache,
/// can be started together before the first of them is needed.
struct CellBatch: ~Copyable {
    /// Where a cell's text is.
    enum Store: UInt8 {
        case window
        /// `start` is the string's number, until `resolve` makes it an offset.
        case shared
        case scratch
    }

    struct Cell {
        var start: Int
        var length: Int32
        var column: UInt16
        var store: Store
    }

    struct Row {
        var number: Int
        var end: Int
        /// How many rows in succession have these cells.
        var repeats: Int
    }

    private var rows = PlainList<Row>(capacity: CellBatch.size)
    private var cells = PlainList<Cell>(capacity: CellBatch.size * 2)
    /// Cells of finished rows.
    private var finished = 0
    private var nextRow = 0
    private var nextCell = 0
    /// How often the next row has been taken already.
    private var taken = 0
    /// Text that doesn't stand in the window as it is read.
    var scratch = ByteStore(capacity: 64 << 10)

    private static let size = 1_024

    var isFull: Bool { cells.count >= Self.size || scratch.count >= 256 << 10 }
    var isDone: Bool { nextRow == rows.count }

    mutating func removeAll() {
        rows.removeAll()
        cells.removeAll()
        scratch.removeAll()
        nextRow = 0
        nextCell = 0
        taken = 0
        finished = 0
    }

    @inline(__always) mutating func append(
        _ column: Int, _ store: Store, from start: Int, count: Int = 0
    ) {
        cells.append(
            Cell(
                start: start, length: Int32(truncatingIfNeeded: count),
                column: UInt16(truncatingIfNeeded: column), store: store))
    }

    /// Cells since the last finished row.
    var pending: Int { cells.count - finished }

    /// Bytes of the texts since the last finished row.
    var pendingBytes: Int {
        var bytes = 0
        for index in finished..<cells.count { bytes += Int(cells[index].length) }
        return bytes
    }

    /// Ends a row; one without cells leaves nothing.
    mutating func finishRow(_ number: Int, repeats: Int = 1) {
        guard pending > 0 else { return }
        rows.append(Row(number: number, end: cells.count, repeats: repeats))
        finished = cells.count
    }

    /// Forgets the cells since the last finished row, whose text the window cuts.
    mutating func dropRow(scratch kept: Int) {
        cells.removeLast(pending)
        scratch.removeLast(keeping: kept)
    }

    /// Finds the shared strings and asks the processor for their bytes.
    mutating func resolve(_ strings: SharedStrings) {
        let text = strings.view
        for index in 0..<cells.count {
            var cell = cells[index]
            guard cell.store == .shared else { continue }
            let string = strings[cell.start]
            text.prefetch(string.start)
            cell.start = string.start
            cell.length = Int32(truncatingIfNeeded: string.count)
            cells[index] = cell
        }
    }

    /// Fills the record with the next row; returns whether all its texts are shared strings.
    mutating func take(
        into record: inout Record, window: ByteView, shared: ByteView
    ) -> Bool {
        let row = rows[nextRow]
        let scratch = scratch.view
        record.clear()
        record.number = row.number &+ taken
        var isShared = true
        for index in nextCell..<row.end {
            let cell = cells[index]
            isShared = isShared && cell.store == .shared
            let source = Self.source(cell.store, window, shared, scratch)
            record.put(Int(cell.column), source, from: cell.start, count: Int(cell.length))
        }
        finishTaking(row)
        return isShared
    }

    /// Appends the next row to columns.
    mutating func take(
        into columns: inout TextColumns, window: ByteView, shared: ByteView, _ limits: Limits
    ) throws(SheetError) {
        let row = rows[nextRow]
        let scratch = scratch.view
        for index in nextCell..<row.end {
            let cell = cells[index]
            let source = Self.source(cell.store, window, shared, scratch)
            let (start, count) = (cell.start, Int(cell.length))
            // Shared strings were checked when they were read.
            if cell.store != .shared {
                try source.checkCell(from: start, count: count, row: row.number, limits)
            }
            if cell.column < columns.count {
                columns.put(Int(cell.column), source, from: start, count: count)
            }
        }
        columns.finishRow()
        finishTaking(row)
    }

    @inline(__always) private static func source(
        _ store: Store, _ window: ByteView, _ shared: ByteView, _ scratch: ByteView
    ) -> ByteView {
        switch store {
        case .window: window
        case .shared: shared
        case .scratch: scratch
        }
    }

    @inline(__always) private mutating func finishTaking(_ row: Row) {
        taken &+= 1
        guard taken == row.repeats else { return }
        nextCell = row.end
        nextRow += 1
        taken = 0
    }
}
