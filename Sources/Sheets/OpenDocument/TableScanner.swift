/// Takes the rows of a table apart (ODF 1.3 part 3, 9.1.3), window by window.
struct TableScanner: SheetScanner {
    let limits: Limits
    private let budget: Budget
    private(set) var row = 0
    private(set) var isDone = false
    /// Tables inside of this one, whose rows aren't its own.
    private var nested = 0

    init(_ budget: Budget) {
        self.budget = budget
        var limits = budget.limits
        limits.columns = min(limits.columns, Record.mostColumns)
        self.limits = limits
    }

    mutating func tag(
        _ view: ByteView, at open: Int, into batch: inout CellBatch
    ) throws(SheetError) -> Int? {
        if nested == 0, let cells = usualRow(view, at: open) {
            return try row(view, from: cells, repeats: 1, into: &batch)
        }
        if view.isSpecial(at: open) { return try view.specialEnd(at: open) }
        let isClosing = view[open + 1] == UInt8(ascii: "/")
        let name = TagName(view, at: open + (isClosing ? 2 : 1))
        let tag = DocumentTag(view, from: name.start, to: name.end)
        if tag == .row && nested == 0 {
            if isClosing {
                // What the view cuts may be the end of a group of rows.
                guard view.tagEnd(from: open) != nil else { return nil }
                throw SheetError(.damaged)
            }
            return try anyRow(view, from: name.end, into: &batch)
        }
        guard let end = view.tagEnd(from: open) else { return nil }
        if tag == .table && isClosing {
            isDone = nested == 0
            nested -= 1
        } else if tag == .table && !view.isEmptyTag(endingAt: end) {
            nested += 1
        }
        return end
    }

    private mutating func anyRow(
        _ view: ByteView, from start: Int, into batch: inout CellBatch
    ) throws(SheetError) -> Int? {
        var repeats = 1
        var attributes = AttributeScan(view, from: start, most: limits.xmlAttributes)
        while let attribute = attributes.next() {
            if view.isNamed("number-rows-repeated", attribute) {
                repeats = try Self.repeats(view, attribute)
            }
        }
        guard let isOpen = try attributes.isOpen() else { return nil }
        if isOpen {
            return try row(view, from: attributes.position, repeats: repeats, into: &batch)
        }
        count(repeats)
        return attributes.position
    }

    /// Reads the cells of a row, or of several that are alike; nil, having changed nothing, if the view ends before.
    private mutating func row(
        _ view: ByteView, from start: Int, repeats: Int, into batch: inout CellBatch
    ) throws(SheetError) -> Int? {
        var isRepeating = repeats > 1
        guard let end = try cells(view, from: start, &isRepeating, into: &batch) else { return nil }
        if batch.pending > 0 {
            try refuseExcess(batch, repeats: repeats, isRepeating)
            batch.finishRow(row + 1, repeats: repeats)
        }
        count(repeats)
        return end
    }

    private mutating func count(_ repeats: Int) {
        // Far beyond any limit there may be as many empty rows as the file likes to say.
        row = min(row + repeats, 1 << 40)
    }

    /// Reads the cells of a row; returns the offset behind its closing tag.
    ///
    /// - Parameter isRepeating: Becomes true if a text stands in more than one cell.
    private func cells(
        _ view: ByteView, from start: Int, _ isRepeating: inout Bool, into batch: inout CellBatch
    ) throws(SheetError) -> Int? {
        var position = start
        var column = 0
        while true {
            if let next = usualCell(view, at: position, column: &column, into: &batch) {
                position = next
                continue
            }
            if isRowEnd(view, at: position) { return position + 18 }
            if let next = usualGap(view, at: position, column: &column) {
                position = next
                continue
            }
            guard let step = try view.nextStep(from: position) else { return nil }
            position = step.end
            switch DocumentTag(view, step) {
            case .row where step.isClosing: return step.end
            case .row, .table: throw SheetError(.damaged)
            case .cell, .coveredCell:
                if step.isClosing { throw SheetError(.damaged) }
                let cells = batch.pending
                guard let next = try cell(view, step, column: &column, into: &batch) else {
                    return nil
                }
                isRepeating = isRepeating || batch.pending > cells + 1
                position = next
            default: break
            }
        }
    }

    static func repeats(_ view: ByteView, _ attribute: Attribute) throws(SheetError) -> Int {
        guard let repeats = view.number(from: attribute.start, to: attribute.end), repeats > 0
        else { throw SheetError(.damaged) }
        return repeats
    }

    /// What is repeated takes a few bytes in the file, whatever it becomes: it counts as if it had been inflated.
    private func refuseExcess(
        _ batch: borrowing CellBatch, repeats: Int, _ isRepeating: Bool
    ) throws(SheetError) {
        if repeats > limits.rows - row { throw SheetError(.tooManyRows, limit: limits.rows) }
        guard isRepeating else { return }
        let bytes = batch.pendingBytes
        if bytes > limits.rowBytes { throw SheetError(.rowTooLong, limit: limits.rowBytes) }
        try budget.charge(
            inflated: repeats * (bytes + batch.pending * 16), from: 0, part: "row \(row + 1)")
    }
}
