/// Which parts of a date or time the first section of a number format shows.
struct FormatLetters {
    private var hasDate = false
    private var hasTime = false
    private var hasMonthOrMinute = false
    private var isElapsed = false

    var meaning: NumberStyles.Meaning {
        if isElapsed { return .duration }
        if hasDate { return hasTime ? .dateTime : .date }
        if hasTime { return .time }
        return hasMonthOrMinute ? .date : .number
    }

    mutating func read(_ code: String) {
        let bytes = Array(code.utf8)
        if code.lowercased().hasPrefix("general") { return }
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: ";"): return
            case UInt8(ascii: "\""): index = Self.next(UInt8(ascii: "\""), in: bytes, after: index)
            case UInt8(ascii: "["):
                let end = Self.next(UInt8(ascii: "]"), in: bytes, after: index)
                readBracket(bytes[index..<min(end, bytes.count)].dropFirst())
                index = end
            // The next character is shown as it is, takes its width as a gap, or is repeated.
            case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): index += 1
            case UInt8(ascii: "E"), UInt8(ascii: "e"):
                let next = index + 1 < bytes.count ? bytes[index + 1] : 0
                if next != UInt8(ascii: "+") && next != UInt8(ascii: "-") { hasDate = true }
            case let letter: read(letter: letter | 0x20)
            }
            index += 1
        }
    }

    private mutating func read(letter: UInt8) {
        switch letter {
        case UInt8(ascii: "y"), UInt8(ascii: "d"): hasDate = true
        case UInt8(ascii: "h"), UInt8(ascii: "s"): hasTime = true
        case UInt8(ascii: "m"): hasMonthOrMinute = true
        default: break
        }
    }

    /// `[h]`, `[mm]` and `[s]` count on; `[Red]`, `[$-409]` and conditions mean nothing here.
    private mutating func readBracket(_ inside: ArraySlice<UInt8>) {
        guard let first = inside.first, inside.allSatisfy({ $0 | 0x20 == first | 0x20 }) else {
            return
        }
        switch first | 0x20 {
        case UInt8(ascii: "h"), UInt8(ascii: "m"), UInt8(ascii: "s"): isElapsed = true
        default: break
        }
    }

    private static func next(_ byte: UInt8, in bytes: [UInt8], after index: Int) -> Int {
        bytes[(index + 1)...].firstIndex(of: byte) ?? bytes.count
    }
}
