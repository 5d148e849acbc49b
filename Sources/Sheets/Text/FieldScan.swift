/// Takes one record of separated fields apart, from a position of a window.
struct FieldScan {
    enum Outcome {
        case whole
        /// The window ends before the record does.
        case cut
        /// There are no more records.
        case end
        /// A quote that is never closed, or closed in the middle of a field.
        case malformed
        case tooManyFields
    }

    let view: ByteView
    var position: Int
    let delimiter: UInt8
    let isLast: Bool
    /// Where the quote stands that was open when the scan stopped.
    private(set) var openQuote: Int?

    init(view: ByteView, position: Int, delimiter: UInt8, isLast: Bool) {
        self.view = view
        self.position = position
        self.delimiter = delimiter
        self.isLast = isLast
    }

    private static let quote = UInt8(ascii: "\"")

    mutating func record(into record: inout Record) -> Outcome {
        record.clear()
        if position >= view.count || isFinalMark { return isLast ? .end : .cut }
        var column = 0
        while true {
            guard column < Record.mostColumns else { return .tooManyFields }
            let isQuoted = position < view.count && view[position] == Self.quote
            let outcome = isQuoted ? quoted(column, &record) : plain(column, &record)
            guard outcome == .whole else { return outcome }
            record.fields = column + 1
            if position >= view.count { return isLast ? .whole : .cut }
            if view[position] != delimiter { return endLine() }
            position += 1
            if position >= view.count && !isLast { return .cut }
            column += 1
        }
    }

    /// Ctrl-Z, by which old programs end a file.
    private var isFinalMark: Bool {
        isLast && position == view.count - 1 && view[position] == 0x1A
    }

    private mutating func plain(_ column: Int, _ record: inout Record) -> Outcome {
        var end = view.separator(from: position, delimiter: delimiter)
        while end < view.count && view[end] == Self.quote {
            end = view.separator(from: end + 1, delimiter: delimiter)
        }
        let hasMark = isLast && end == view.count && end > position && view[end - 1] == 0x1A
        let length = end - position - (hasMark ? 1 : 0)
        if length > 0 { record.put(column, view, from: position, count: length) }
        position = end
        return .whole
    }

    /// A field in quotes; two quotes in it stand for one, and line ends become one character.
    private mutating func quoted(_ column: Int, _ record: inout Record) -> Outcome {
        openQuote = position
        var start = position + 1
        record.begin(column)
        while true {
            let end = nextStop(from: start)
            record.add(view, from: start, count: end - start)
            if end >= view.count { return isLast ? .malformed : .cut }
            if end + 1 >= view.count && !isLast { return .cut }
            if view[end] == 0x0D {
                start = end + 1
                continue
            }
            guard end + 1 < view.count, view[end + 1] == Self.quote else {
                record.finish(column)
                position = end + 1
                return closeField()
            }
            record.add(view, from: end, count: 1)
            start = end + 2
        }
    }

    /// Only spaces may come between the closing quote and the next separator: anything else would be a guess.
    private mutating func closeField() -> Outcome {
        while position < view.count && view[position] == 0x20 { position += 1 }
        if isFinalMark { position += 1 }
        if position >= view.count {
            if isLast { openQuote = nil }
            return isLast ? .whole : .cut
        }
        let byte = view[position]
        guard byte == delimiter || byte == 0x0A || byte == 0x0D else { return .malformed }
        openQuote = nil
        return .whole
    }

    /// The next quote, or the next return that only accompanies a line feed.
    private func nextStop(from start: Int) -> Int {
        var offset = start
        while offset < view.count {
            offset = view.separator(from: offset, delimiter: Self.quote)
            if offset >= view.count || view[offset] == Self.quote { return offset }
            let isPair =
                view[offset] == 0x0D && (offset + 1 >= view.count || view[offset + 1] == 0x0A)
            if isPair { return offset }
            offset += 1
        }
        return view.count
    }

    private mutating func endLine() -> Outcome {
        let isReturn = view[position] == 0x0D
        if isReturn && position + 1 >= view.count && !isLast { return .cut }
        position += 1
        if isReturn && position < view.count && view[position] == 0x0A { position += 1 }
        return .whole
    }
}
