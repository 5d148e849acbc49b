/// Takes the rows of a worksheet part apart (ECMA-376 part 1, 18.3.1), window by window.
struct RowScanner: SheetScanner {
    private(set) var limits: Limits
    let styles: NumberStyles
    /// How many shared strings there are to refer to.
    let strings: Int
    /// The number of the last row that was read.
    private(set) var row = 0
    private(set) var isDone = false
    private var isInData = false
    /// What stood in the tag of a row behind its number: most programs write the same for every row.
    private(set) var usualTail: [UInt8] = []

    init(limits: Limits, styles: NumberStyles, strings: Int) {
        self.limits = limits
        self.limits.columns = min(limits.columns, Record.mostColumns)
        self.styles = styles
        self.strings = strings
    }

    /// Reads a row or steps over a tag outside of rows; nil if the view ends before.
    mutating func tag(
        _ view: ByteView, at open: Int, into batch: inout CellBatch
    ) throws(SheetError) -> Int? {
        if isInData, let (number, end) = usualRow(view, at: open) {
            return try row(number, view, from: end, into: &batch)
        }
        if view.isSpecial(at: open) { return try view.specialEnd(at: open) }
        let isClosing = view[open + 1] == UInt8(ascii: "/")
        let name = TagName(view, at: open + (isClosing ? 2 : 1))
        if name.tag == .row && isInData && !isClosing {
            return try anyRow(view, from: name.end, into: &batch)
        }
        guard let end = view.tagEnd(from: open) else { return nil }
        if name.tag == .sheetData {
            isInData = !isClosing && !view.isEmptyTag(endingAt: end)
            isDone = !isInData
        }
        return end
    }

    private mutating func anyRow(
        _ view: ByteView, from start: Int, into batch: inout CellBatch
    ) throws(SheetError) -> Int? {
        var number = row + 1
        var attributes = AttributeScan(view, from: start, most: limits.xmlAttributes)
        while let attribute = attributes.next() {
            guard attribute.nameEnd - attribute.nameStart == 1,
                view[attribute.nameStart] == UInt8(ascii: "r")
            else { continue }
            guard let given = view.number(from: attribute.start, to: attribute.end) else {
                throw SheetError(.damaged)
            }
            number = given
        }
        guard let isOpen = try attributes.isOpen() else { return nil }
        if isOpen {
            noteTail(view, from: start, to: attributes.position)
            return try row(number, view, from: attributes.position, into: &batch)
        }
        try check(number)
        row = number
        return attributes.position
    }

    /// Keeps what follows ` r="12` in a tag that was read to its end.
    private mutating func noteTail(_ view: ByteView, from start: Int, to end: Int) {
        guard view.word32(start) == Literal.number else { return }
        let tail = start + 4 + view.digits(at: start + 4).count
        guard view[tail] == UInt8(ascii: "\""), end - tail <= 512 else { return }
        usualTail = (tail..<end).map { view[$0] }
    }

    /// Reads the cells of a row of this number; nil, having changed nothing, if the view ends before.
    private mutating func row(
        _ number: Int, _ view: ByteView, from start: Int, into batch: inout CellBatch
    ) throws(SheetError) -> Int? {
        try check(number)
        guard let end = try cells(view, from: start, into: &batch) else { return nil }
        batch.finishRow(number)
        row = number
        return end
    }

    private func check(_ number: Int) throws(SheetError) {
        if number < 1 { throw SheetError(.damaged) }
        if number > limits.rows { throw SheetError(.tooManyRows, limit: limits.rows) }
    }

    /// Reads the cells of a row; returns the offset behind its closing tag.
    private func cells(
        _ view: ByteView, from start: Int, into batch: inout CellBatch
    ) throws(SheetError) -> Int? {
        var position = start
        var column = -1
        while true {
            if let next = try usualCell(view, at: position, column: &column, into: &batch) {
                position = next
                continue
            }
            if view.word64(position) & 0xFFFF_FFFF_FFFF == Literal.rowEnd { return position + 6 }
            guard let step = try view.nextStep(from: position) else { return nil }
            position = step.end
            switch step.tag {
            case .row where step.isClosing: return step.end
            case .row, .sheetData: throw SheetError(.damaged)
            case .cell where !step.isClosing:
                guard let next = try cell(view, from: step.nameEnd, column: &column, into: &batch)
                else { return nil }
                position = next
            default: break
            }
        }
    }

    @inline(__always) func refuseExcess(_ column: Int, _ batch: borrowing CellBatch)
        throws(SheetError)
    {
        if column >= limits.columns || batch.pending > limits.columns {
            throw SheetError(.tooManyColumns, limit: limits.columns)
        }
    }
}

extension ByteView {
    /// A decimal number, or the largest there can be; nil for anything else.
    func number(from start: Int, to end: Int) -> Int? {
        guard start < end else { return nil }
        var number = 0
        for offset in start..<end {
            let digit = Int(self[offset]) - 0x30
            guard (0...9).contains(digit) else { return nil }
            number = min(number * 10 + digit, 1 << 40)
        }
        return number
    }
}
