/// The elements that carry cells (ECMA-376 part 1, 18.3 and 18.4), by local name.
enum Tag {
    case sheetData, row, cell, value, inlineString
    case stringItem, text, phonetic
    case other
}

/// A tag's name in a view.
struct TagName {
    let tag: Tag
    /// The first byte of the name, behind a namespace prefix.
    let start: Int
    /// The first byte behind the name.
    let end: Int

    /// - Parameter start: Behind `<` or `</`. A namespace prefix is skipped.
    @inline(__always) init(_ view: ByteView, at start: Int) {
        var local = start
        var offset = start
        while true {
            let byte = view[offset]
            if byte == UInt8(ascii: ":") {
                local = offset + 1
            } else if byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
                || byte == UInt8(ascii: "<")
            {
                break
            }
            offset &+= 1
        }
        self.start = local
        end = offset
        tag = Self.tag(view, from: local, to: offset)
    }

    @inline(__always) private static func tag(_ view: ByteView, from start: Int, to end: Int) -> Tag
    {
        let word = view.word64(start)
        return switch (end - start, word & (1 << UInt64(8 * min(end - start, 8)) &- 1)) {
        case (1, UInt64(UInt8(ascii: "c"))): .cell
        case (1, UInt64(UInt8(ascii: "v"))): .value
        case (1, UInt64(UInt8(ascii: "t"))): .text
        case (2, Literal.is): .inlineString
        case (2, Literal.si): .stringItem
        case (3, Literal.row): .row
        case (3, Literal.phonetic): .phonetic
        case (9, _):
            word == Literal.sheetDat && view[start + 8] == UInt8(ascii: "a") ? .sheetData : .other
        default: .other
        }
    }
}
