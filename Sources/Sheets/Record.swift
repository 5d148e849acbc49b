/// One row of a sheet. A single record is reused for all rows of a file.
public struct Record: ~Copyable {
    /// The row's number in the spreadsheet; in a text file the record's number, the first being 1.
    public internal(set) var number = 0
    /// The index of the last cell that has text, plus one.
    public private(set) var count = 0
    /// How many fields the record of a text file has, empty ones too; 0 in a workbook.
    public internal(set) var fields = 0
    private var bytes = ByteStore(capacity: 1_024)
    /// By column; only those in `filled` hold anything.
    private var cells = PlainList<Cell>()
    private var filled = PlainList<Int>()

    /// No record has more columns, whatever the limits say.
    static let mostColumns = 16_384

    struct Cell {
        var start = 0
        var length = 0
    }

    /// An empty record, to be filled by a reader.
    public init() {}

    /// A record of given cells, as a file would have them.
    public init(number: Int, cells: [String]) {
        self.number = number
        for (column, text) in cells.enumerated().prefix(Self.mostColumns) where !text.isEmpty {
            begin(column)
            bytes.append(text)
            finish(column)
        }
        bytes.seal()
    }

    /// Whether no cell holds anything but white space.
    public var isBlank: Bool {
        let view = bytes.view
        for index in 0..<filled.count {
            let cell = cells[filled[index]]
            for offset in cell.start..<cell.start + cell.length {
                let byte = view[offset]
                guard byte == 0x20 || (0x09...0x0D).contains(byte) else { return false }
            }
        }
        return true
    }

    /// The text of a cell; empty where the row has none.
    public func text(_ column: Int) -> String {
        guard let cell = cell(column) else { return "" }
        return bytes.view.string(from: cell.start, to: cell.start + cell.length)
    }

    /// Appends the UTF-8 bytes of a cell; none where the row has none.
    public func append(_ column: Int, to bytes: inout [UInt8]) {
        guard let cell = cell(column) else { return }
        self.bytes.view.append(from: cell.start, count: cell.length, to: &bytes)
    }

    /// The UTF-8 bytes of a cell; empty where the row has none.
    public func withBytes<Result, Failure: Error>(
        _ column: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let cell = cell(column) ?? Cell()
        return try bytes.view.withSpan(from: cell.start, count: cell.length, body)
    }

    private func cell(_ column: Int) -> Cell? {
        column >= 0 && column < count ? cells[column] : nil
    }
}

// MARK: - Filling a record

extension Record {
    @inline(__always) mutating func clear() {
        for index in 0..<filled.count { cells[filled[index]] = Cell() }
        filled.removeAll()
        bytes.removeAll()
        count = 0
        fields = 0
    }

    /// Puts text into a cell; a later text replaces an earlier one.
    @inline(__always) mutating func put(
        _ column: Int, _ source: ByteView, from start: Int, count length: Int
    ) {
        precondition(column >= 0 && column < Self.mostColumns)
        if column >= cells.count { widen(column) }
        cells[column] = Cell(start: bytes.count, length: length)
        filled.append(column)
        bytes.append(source, from: start, count: length)
        if column >= count && length > 0 { count = column &+ 1 }
    }

    /// Starts a cell that gets its text in pieces.
    @inline(__always) mutating func begin(_ column: Int) {
        precondition(column >= 0 && column < Self.mostColumns)
        if column >= cells.count { widen(column) }
        cells[column].start = bytes.count
    }

    @inline(__always) mutating func add(_ source: ByteView, from start: Int, count length: Int) {
        bytes.append(source, from: start, count: length)
    }

    @inline(__always) mutating func finish(_ column: Int) {
        cells[column].length = bytes.count &- cells[column].start
        filled.append(column)
        if column >= count && cells[column].length > 0 { count = column &+ 1 }
    }

    @inline(never) private mutating func widen(_ column: Int) {
        let wanted = min(Self.mostColumns, max(16, column + 1, cells.count * 2))
        cells.append(repeating: Cell(), count: wanted - cells.count)
    }

    /// Refuses cells that are too long, and bytes that are no UTF-8.
    ///
    /// - Parameter isUTF8: Whether the bytes are known to be UTF-8.
    func check(_ limits: Limits, isUTF8: Bool = false) throws(SheetError) {
        let view = bytes.view
        let mayBeLong = bytes.count > limits.cellCharacters
        let mayBeWrong = !isUTF8 && view.hasHigh(from: 0, to: view.count)
        guard mayBeLong || mayBeWrong else { return }
        for index in 0..<filled.count {
            let cell = cells[filled[index]]
            try view.checkCell(
                from: cell.start, count: cell.length, row: number, limits, isUTF8: isUTF8)
        }
    }

    /// Appends the cells to columns, as a row.
    func append(to columns: inout TextColumns) {
        let view = bytes.view
        for column in 0..<min(count, columns.count) {
            columns.put(column, view, from: cells[column].start, count: cells[column].length)
        }
        columns.finishRow()
    }
}

extension ByteView {
    /// Refuses a cell's text that is too long, or no UTF-8.
    @inline(__always) func checkCell(
        from start: Int, count length: Int, row: Int, _ limits: Limits, isUTF8: Bool = false
    ) throws(SheetError) {
        let end = start + length
        if !isUTF8, hasHigh(from: start, to: end), !self.isUTF8(from: start, to: end) {
            throw SheetError(.damaged, at: "row \(row)")
        }
        if length > limits.cellCharacters,
            characters(from: start, to: end) > limits.cellCharacters
        {
            throw SheetError(.cellTooLong, at: "row \(row)", limit: limits.cellCharacters)
        }
    }
}
