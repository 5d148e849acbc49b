/// The elements that carry cells (ECMA-376 part 1, 18.3 and 18.4), by local name.
enum Tag {
    case sheetData, row, cell, value, inlineString
    case stringItem, text, phonetic
    case other
}

/// A tag's name in a view.
struct TagName {
    let tag: Tag
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
        end = offset
        tag = Self.tag(view, from: local, to: offset)
    }

    @inline(__always) private static func tag(_ view: ByteView, from start: Int, to end: Int) -> Tag
    {
        let word = view.word64(start)
        switch end - start {
        case 1:
            switch UInt8(truncatingIfNeeded: word) {
            case UInt8(ascii: "c"): return .cell
            case UInt8(ascii: "v"): return .value
            case UInt8(ascii: "t"): return .text
            default: return .other
            }
        case 2:
            switch word & 0xFFFF {
            case 0x7369: return .inlineString
            case 0x6973: return .stringItem
            default: return .other
            }
        case 3:
            switch word & 0xFF_FFFF {
            case 0x77_6F72: return .row
            case 0x68_5072: return .phonetic
            default: return .other
            }
        case 9:
            return word == 0x7461_4474_6565_6873 && view[start + 8] == UInt8(ascii: "a")
                ? .sheetData : .other
        default: return .other
        }
    }
}
