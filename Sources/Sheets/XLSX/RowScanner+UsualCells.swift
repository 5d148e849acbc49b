extension RowScanner {
    /// Reads `<row r="12">` or `<row r="12" spans="1:5">`, as Excel and XlsxWriter begin rows, or a tag that goes on as the
    /// last one did that was taken apart; nil for any other.
    @inline(__always) func usualRow(_ view: ByteView, at open: Int) -> (number: Int, end: Int)? {
        guard view.word64(open) == Literal.rowNumber else { return nil }
        let row = view.digits(at: open &+ 8)
        var offset = open &+ 8 &+ row.count
        if view.word64(offset) == Literal.spans {
            offset += 9 + view.digits(at: offset + 9).count
            guard view[offset] == UInt8(ascii: ":") else { return nil }
            offset += 1 + view.digits(at: offset + 1).count
        }
        guard row.isUsual else { return nil }
        if view.word32(offset) & 0xFFFF == Literal.tagEnd { return (row.number, offset + 2) }
        let tail = open &+ 8 &+ row.count
        guard view.has(usualTail, at: tail) else { return nil }
        return (row.number, tail + usualTail.count)
    }

    /// Reads a cell that is written as Excel, LibreOffice, XlsxWriter and openpyxl write it:
    /// `<c r="AB12"[ s="1"][ t="s"|t="inlineStr"]><v>…</v></c>`. Returns nil for any other, having done nothing.
    @inline(__always) func usualCell(
        _ view: ByteView, at open: Int, column: inout Int, into batch: inout CellBatch
    ) throws(SheetError) -> Int? {
        guard view.word64(open) & 0xFFFF_FFFF_FFFF == Literal.cell else { return nil }
        var offset = open &+ 6
        let found = Self.column(view, at: &offset)
        guard found >= 1, found <= limits.columns else { return nil }
        guard let style = Self.style(view, at: &offset) else { return nil }
        let next: Int? =
            switch view.word64(offset) {
            case Literal.shared: shared(view, at: offset, column: found &- 1, into: &batch)
            case Literal.inline.0: try inline(view, at: offset, column: found &- 1, into: &batch)
            case let word where UInt32(truncatingIfNeeded: word) == Literal.value:
                number(view, at: offset + 4, style: style, column: found &- 1, into: &batch)
            default: nil
            }
        guard let next else { return nil }
        try refuseExcess(0, batch)
        column = found &- 1
        return next
    }

    /// Reads `AB12"`; returns the column from 1, or 0 if it is something else.
    @inline(__always) private static func column(_ view: ByteView, at offset: inout Int) -> Int {
        var column = 0
        var letter = Int(view[offset]) &- 64
        while letter >= 1 && letter <= 26 && column < 1 << 20 {
            column = column &* 26 &+ letter
            offset &+= 1
            letter = Int(view[offset]) &- 64
        }
        offset &+= view.digits(at: offset).count
        guard view[offset] == UInt8(ascii: "\"") else { return 0 }
        offset &+= 1
        return column
    }

    /// Reads ` s="1"` if it is there; nil if it isn't as usual.
    @inline(__always) private static func style(_ view: ByteView, at offset: inout Int) -> Int? {
        guard view.word32(offset) == Literal.style else { return 0 }
        let style = view.digits(at: offset &+ 4)
        offset &+= 4 &+ style.count
        guard style.isUsual, view[offset] == UInt8(ascii: "\"") else { return nil }
        offset &+= 1
        return style.number
    }

    @inline(__always) private func shared(
        _ view: ByteView, at type: Int, column: Int, into batch: inout CellBatch
    ) -> Int? {
        guard view.word32(type &+ 6) == Literal.value else { return nil }
        let index = view.digits(at: type &+ 10)
        let end = type &+ 10 &+ index.count
        guard index.isUsual, view.word64(end) == Literal.valueEnd, index.number < strings else {
            return nil
        }
        batch.append(column, .shared, from: index.number)
        return end &+ 8
    }

    @inline(__always) private func inline(
        _ view: ByteView, at type: Int, column: Int, into batch: inout CellBatch
    ) throws(SheetError) -> Int? {
        guard view.word64(type + 8) == Literal.inline.1,
            let start = Self.inlineStart(view, at: type + 16), start <= view.count
        else { return nil }
        var isOdd = false
        let end = view.textEnd(from: start, isOdd: &isOdd)
        guard view.word64(end) == Literal.inlineEnd.0,
            view.word64(end + 8) & 0xFF_FFFF_FFFF == Literal.inlineEnd.1
        else { return nil }
        if isOdd && view.needsDecoding(from: start, to: end) {
            let kept = batch.scratch.count
            try batch.scratch.appendDecoded(view, from: start, to: end, escapes: true)
            batch.append(column, .scratch, from: kept, count: batch.scratch.count - kept)
        } else {
            batch.append(column, .window, from: start, count: end - start)
        }
        return end + 13
    }

    /// Behind `is><t>` or `is><t xml:space="preserve">`.
    @inline(__always) private static func inlineStart(_ view: ByteView, at offset: Int) -> Int? {
        if view.word64(offset) & 0xFFFF_FFFF_FFFF == Literal.inlineText { return offset + 6 }
        let isPreserving =
            view.word32(offset) & 0xFF_FFFF == Literal.inlineOpen
            && Literal.isTextPreservingSpace(view, at: offset + 3)
        return isPreserving ? offset + 27 : nil
    }

    @inline(__always) private func number(
        _ view: ByteView, at start: Int, style: Int, column: Int, into batch: inout CellBatch
    ) -> Int? {
        guard start <= view.count else { return nil }
        var isOdd = false
        let end = view.textEnd(from: start, isOdd: &isOdd)
        guard !isOdd, view.word64(end) == Literal.valueEnd else { return nil }
        appendNumber(view, from: start, to: end, style: style, column: column, into: &batch)
        return end + 8
    }

    /// Appends a number in its shortest text, or as a date if its style says so.
    func appendNumber(
        _ view: ByteView, from start: Int, to end: Int, style: Int, column: Int,
        into batch: inout CellBatch
    ) {
        let meaning = styles.meaning(of: style)
        if meaning == .number && NumberText.isShortest(view, from: start, to: end) {
            batch.append(column, .window, from: start, count: end - start)
            return
        }
        let kept = batch.scratch.count
        let written = view.string(from: start, to: end)
        batch.scratch.append(NumberText.text(written, as: meaning, in: styles.epoch))
        if batch.scratch.count > kept {
            batch.append(column, .scratch, from: kept, count: batch.scratch.count - kept)
        }
    }
}
