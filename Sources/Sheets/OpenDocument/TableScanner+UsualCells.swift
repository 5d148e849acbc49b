extension TableScanner {
    /// Behind `<table:table-row>`, with or without ` table:style-name="…"`; nil for any other tag.
    @inline(__always) func usualRow(_ view: ByteView, at open: Int) -> Int? {
        typealias L = DocumentLiteral
        guard view.word64(open) == L.cell.0, view.word64(open + 8) == L.row,
            let end = Self.styleEnd(view, at: open + 16), view[end] == UInt8(ascii: ">")
        else { return nil }
        return end + 1
    }

    /// Reads a text cell that is written as LibreOffice and most others write it; nil for any other, having done nothing:
    /// `<table:table-cell[ table:style-name="…"] office:value-type="string"[ calcext:value-type="string"]><text:p>…`.
    @inline(__always) func usualCell(
        _ view: ByteView, at open: Int, column: inout Int, into batch: inout CellBatch
    ) -> Int? {
        guard view.word64(open) == DocumentLiteral.cell.0, column < limits.columns,
            let start = Self.textStart(view, at: open)
        else { return nil }
        guard start <= view.count else { return nil }
        var isOdd = false
        let end = view.textEnd(from: start, isOdd: &isOdd)
        guard Self.isTextEnd(view, at: end), view.isCollapsed(from: start, to: end) else {
            return nil
        }
        if end > start { batch.append(column, .window, from: start, count: end - start) }
        column += 1
        return end + 28
    }

    /// Reads empty cells, `<table:table-cell table:number-columns-repeated="9"/>`; nil for any other.
    @inline(__always) func usualGap(_ view: ByteView, at open: Int, column: inout Int) -> Int? {
        typealias L = DocumentLiteral
        guard view.word64(open) == L.cell.0, view.word64(open + 8) == L.cell.1,
            view[open + 16] == UInt8(ascii: "l"), open + 49 < view.count,
            view.word64(open + 17) == L.repeats.0, view.word64(open + 25) == L.repeats.1,
            view.word64(open + 33) == L.repeats.2, view.word64(open + 41) == L.repeats.3
        else { return nil }
        var offset = open + 49
        while view[offset] &- 0x30 <= 9 { offset += 1 }
        guard offset < view.count, view.word32(offset) & 0xFF_FFFF == L.emptyEnd,
            let repeats = view.number(from: open + 49, to: offset), repeats > 0
        else { return nil }
        column = min(column + repeats, 1 << 40)
        return offset + 3
    }

    /// Whether a row is closed at an offset, in 18 bytes.
    @inline(__always) func isRowEnd(_ view: ByteView, at offset: Int) -> Bool {
        typealias L = DocumentLiteral
        return view.word64(offset) == L.rowEnd.0 && view.word64(offset + 8) == L.rowEnd.1
            && view.word32(offset + 16) & 0xFFFF == L.rowEnd.2
    }

    /// Behind the `<text:p>` of a cell.
    @inline(__always) private static func textStart(_ view: ByteView, at open: Int) -> Int? {
        typealias L = DocumentLiteral
        guard view.word64(open + 8) == L.cell.1, view[open + 16] == UInt8(ascii: "l") else {
            return nil
        }
        guard var offset = styleEnd(view, at: open + 17) else { return nil }
        guard view.word64(offset) == L.string.0, view.word64(offset + 8) == L.string.1,
            view.word64(offset + 16) == L.string.2,
            view.word32(offset + 24) & 0xFF_FFFF == L.string.3
        else { return nil }
        offset += 27
        if view.word64(offset) == L.again.0, offset < view.count {
            guard view.word64(offset + 8) == L.again.1, view.word64(offset + 16) == L.again.2,
                view.word32(offset + 24) == L.again.3
            else { return nil }
            offset += 28
        }
        guard offset < view.count, view.word64(offset) == L.text,
            view[offset + 8] == UInt8(ascii: ">")
        else { return nil }
        return offset + 9
    }

    /// Behind ` table:style-name="…"` if that stands at an offset; nil if it isn't as usual.
    @inline(__always) private static func styleEnd(_ view: ByteView, at start: Int) -> Int? {
        typealias L = DocumentLiteral
        guard view.word64(start) == L.style.0 else { return start }
        guard view.word64(start + 8) == L.style.1,
            view.word32(start + 16) & 0xFF_FFFF == L.style.2
        else { return nil }
        var offset = start + 19
        while offset < view.count, view[offset] != UInt8(ascii: "\"") { offset += 1 }
        return offset < view.count ? offset + 1 : nil
    }

    /// Whether the paragraph and the cell are closed at an offset.
    @inline(__always) private static func isTextEnd(_ view: ByteView, at end: Int) -> Bool {
        typealias L = DocumentLiteral
        return view.word64(end) == L.end.0 && view.word64(end + 8) == L.end.1
            && view.word64(end + 16) == L.end.2 && view.word32(end + 24) == L.end.3
    }
}
