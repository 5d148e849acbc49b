extension RowScanner {
    /// What kind of value a cell holds (ECMA-376 part 1, 18.18.11, ST_CellType).
    private enum CellType {
        case number, shared, boolean, formulaText
        /// Errors, dates in ISO 8601, and the text of inline strings: as they are written.
        case asWritten

        init(_ name: String) {
            switch name {
            case "s": self = .shared
            case "b": self = .boolean
            case "str": self = .formulaText
            case "e", "d", "inlineStr": self = .asWritten
            default: self = .number
            }
        }
    }

    private struct CellHead {
        var type = CellType.number
        var style = 0
    }

    /// Reads any cell; returns the offset behind it.
    ///
    /// - Parameter start: Behind the tag's name.
    func cell(
        _ view: ByteView, from start: Int, column: inout Int, into batch: inout CellBatch
    ) throws(SheetError) -> Int? {
        column += 1
        var head = CellHead()
        var attributes = AttributeScan(view, from: start, most: limits.xmlAttributes)
        while let attribute = attributes.next() {
            guard attribute.nameEnd - attribute.nameStart == 1 else { continue }
            switch view[attribute.nameStart] {
            case UInt8(ascii: "r"): column = try Self.column(view, attribute)
            case UInt8(ascii: "t"):
                head.type = CellType(view.string(from: attribute.start, to: attribute.end))
            case UInt8(ascii: "s"):
                head.style = view.number(from: attribute.start, to: attribute.end) ?? 0
            default: break
            }
        }
        guard let isOpen = try attributes.isOpen() else { return nil }
        try refuseExcess(column, batch)
        guard isOpen else { return attributes.position }
        return try contents(
            view, from: attributes.position, head: head, column: column, into: &batch)
    }

    private static func column(_ view: ByteView, _ attribute: Attribute) throws(SheetError) -> Int {
        var column = 0
        for offset in attribute.start..<attribute.end {
            let letter = view[offset] & 0xDF
            guard (65...90).contains(letter) else { break }
            column = min(column * 26 + Int(letter) - 64, 1 << 20)
        }
        guard column >= 1 else { throw SheetError(.damaged) }
        return column - 1
    }

    /// Reads the elements of a cell up to its closing tag.
    private func contents(
        _ view: ByteView, from start: Int, head: CellHead, column: Int, into batch: inout CellBatch
    ) throws(SheetError) -> Int? {
        var position = start
        while true {
            guard let step = try view.nextStep(from: position) else { return nil }
            position = step.end
            switch step.tag {
            case .cell where step.isClosing: return step.end
            case .row, .sheetData: throw SheetError(.damaged)
            case .value, .inlineString:
                if step.isClosing || step.isEmpty { continue }
                var text = RichText(view, from: step.end)
                let isWhole = try value(
                    &text, in: step.tag, head: head, column: column, into: &batch)
                guard isWhole else { return nil }
                position = text.position
            default: break
            }
        }
    }

    /// Reads a value or an inline string; false if the view ends before.
    private func value(
        _ text: inout RichText, in tag: Tag, head: CellHead, column: Int,
        into batch: inout CellBatch
    ) throws(SheetError) -> Bool {
        let start = batch.scratch.count
        if tag == .inlineString {
            guard try text.append(to: &batch.scratch, until: .inlineString) else { return false }
        } else {
            let escapes = head.type == .formulaText
            guard try text.appendValue(to: &batch.scratch, escapes: escapes) else { return false }
            if head.type == .shared || head.type == .boolean || head.type == .number {
                try interpret(from: start, head: head, column: column, in: &batch)
                return true
            }
        }
        if batch.scratch.count > start {
            batch.append(column, .scratch, from: start, count: batch.scratch.count - start)
        }
        return true
    }

    /// Turns the raw value at the end of the scratch text into what the cell shows.
    private func interpret(
        from start: Int, head: CellHead, column: Int, in batch: inout CellBatch
    ) throws(SheetError) {
        let view = batch.scratch.view
        let written = view.string(from: start, to: view.count).trimmed
        batch.scratch.removeLast(keeping: start)
        if written.isEmpty { return }
        switch head.type {
        case .shared:
            guard let index = Int(written), index >= 0, index < strings else {
                throw SheetError(.damaged)
            }
            batch.append(column, .shared, from: index)
            return
        case .boolean:
            batch.scratch.append(["1": "TRUE", "0": "FALSE"][written] ?? written.uppercased())
        default:
            let meaning = styles.meaning(of: head.style)
            batch.scratch.append(NumberText.text(written, as: meaning, in: styles.epoch))
        }
        batch.append(column, .scratch, from: start, count: batch.scratch.count - start)
    }
}
