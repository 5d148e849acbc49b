/// Collects the string items of the shared strings part, window by window.
struct StringScan: ~Copyable {
    private let limits: Limits
    private var table = StringTable()

    init(limits: Limits) { self.limits = limits }

    consuming func finish() -> StringTable { table }

    /// Takes the whole items of a view; returns where the rest begins.
    mutating func scan(
        _ view: ByteView, from start: Int, isLast: Bool
    ) throws(SheetError) -> Int {
        var position = start
        while true {
            let open = view.nextTag(from: position)
            guard open < view.count else { return view.count }
            if let next = try usualItem(view, at: open) {
                position = next
            } else if let next = try anyTag(view, at: open) {
                position = next
            } else {
                if isLast { throw SheetError(.damaged) }
                return open
            }
        }
    }

    /// `<si><t>…</t></si>`, with or without `xml:space`: nearly every string of nearly every file.
    @inline(__always) private mutating func usualItem(
        _ view: ByteView, at open: Int
    ) throws(SheetError) -> Int? {
        guard view.word32(open) == Literal.item else { return nil }
        var start = open + 4
        if view.word32(start) & 0xFF_FFFF == Literal.text {
            start += 3
        } else if Literal.isTextPreservingSpace(view, at: start) {
            start += 24
        } else {
            return nil
        }
        guard start <= view.count else { return nil }
        var isOdd = false
        let end = view.textEnd(from: start, isOdd: &isOdd)
        if isOdd && view.needsDecoding(from: start, to: end) { return nil }
        guard view.word64(end) == Literal.textItemEnd, view[end + 8] == UInt8(ascii: ">")
        else {
            return nil
        }
        let offset = table.view.count
        table.append(view, from: start, count: end - start)
        try add(from: offset)
        return end + 9
    }

    /// Any other item or tag; nil if the view ends before.
    private mutating func anyTag(_ view: ByteView, at open: Int) throws(SheetError) -> Int? {
        if view.isSpecial(at: open) { return try view.specialEnd(at: open) }
        guard let end = view.tagEnd(from: open) else { return nil }
        guard TagName(view, at: open + 1).tag == .stringItem else { return end }
        let offset = table.view.count
        if view.isEmptyTag(endingAt: end) {
            try add(from: offset)
            return end
        }
        var item = RichText(view, from: end)
        let isWhole = try table.write { (text) throws(SheetError) in
            try item.append(to: &text, until: .stringItem)
        }
        guard isWhole else {
            table.dropText(from: offset)
            return nil
        }
        try add(from: offset)
        return item.position
    }

    private mutating func add(from offset: Int) throws(SheetError) {
        let text = table.view
        if text.count - offset > limits.cellCharacters,
            text.characters(from: offset, to: text.count) > limits.cellCharacters
        {
            throw SheetError(.cellTooLong, limit: limits.cellCharacters)
        }
        if text.hasHigh(from: offset, to: text.count), !text.isUTF8(from: offset, to: text.count) {
            throw SheetError(.damaged)
        }
        // Eight for each row that there can be: more than any office writes, and bounded memory.
        if table.count == limits.rows * 8 {
            throw SheetError(.markupTooComplex, limit: limits.rows * 8)
        }
        table.add(from: offset)
    }
}
