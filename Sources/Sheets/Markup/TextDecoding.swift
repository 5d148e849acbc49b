extension ByteStore {
    /// Appends XML text: references replaced, line ends made one (XML 1.0, 2.11 and 4.1).
    ///
    /// A return and a line feed are one line end too where one of them, or both, are written as an escape or a reference.
    ///
    /// - Parameter escapes: Whether `_xHHHH_` stands for a UTF-16 unit (ECMA-376 part 1, 22.9.2.19, ST_Xstring).
    mutating func appendDecoded(
        _ source: ByteView, from start: Int, to end: Int, escapes: Bool
    ) throws(SheetError) {
        var offset = start
        let before = count
        while offset < end {
            let byte = source[offset]
            switch byte {
            case UInt8(ascii: "&"):
                offset = try appendReference(source, at: offset, end: end)
                joinLineEnd(since: before)
            case UInt8(ascii: "_") where escapes:
                offset = appendEscape(source, at: offset, end: end)
                joinLineEnd(since: before)
            case 0x0A:
                append(byte)
                joinLineEnd(since: before)
                offset += 1
            case 0x0D:
                append(0x0A)
                joinLineEnd(since: before)
                offset += source[offset + 1] == 0x0A ? 2 : 1
            default:
                append(byte)
                offset += 1
            }
        }
    }

    private mutating func joinLineEnd(since before: Int) {
        guard count >= before + 2, view[count - 1] == 0x0A, view[count - 2] == 0x0D else { return }
        removeLast(keeping: count - 2)
        append(0x0A)
    }

    private mutating func appendReference(
        _ source: ByteView, at ampersand: Int, end: Int
    ) throws(SheetError) -> Int {
        let longest = min(end, ampersand + 12)
        guard
            let semicolon = (ampersand..<longest).first(where: { source[$0] == UInt8(ascii: ";") })
        else { throw SheetError(.damaged) }
        let name = source.string(from: ampersand + 1, to: semicolon)
        switch name {
        case "amp": append(UInt8(ascii: "&"))
        case "lt": append(UInt8(ascii: "<"))
        case "gt": append(UInt8(ascii: ">"))
        case "quot": append(UInt8(ascii: "\""))
        case "apos": append(UInt8(ascii: "'"))
        default: append(try Self.character(ofReference: name))
        }
        return semicolon + 1
    }

    private static func character(ofReference name: String) throws(SheetError) -> Unicode.Scalar {
        let isHex = name.hasPrefix("#x") || name.hasPrefix("#X")
        let digits = name.dropFirst(isHex ? 2 : 1)
        guard name.first == "#", digits.allSatisfy(\.isHexDigit),
            let value = UInt32(digits, radix: isHex ? 16 : 10),
            let scalar = Unicode.Scalar(value), value >= 0x20 || [9, 10, 13].contains(value)
        else { throw SheetError(.damaged) }
        return scalar
    }

    /// Appends what an escape stands for, two escapes for a pair of surrogates; anything else as it is.
    private mutating func appendEscape(_ source: ByteView, at offset: Int, end: Int) -> Int {
        guard let unit = Self.escapedUnit(source, at: offset, end: end) else {
            append(source[offset])
            return offset + 1
        }
        if let scalar = Unicode.Scalar(unit) {
            append(scalar)
            return offset + 7
        }
        if unit & 0xFC00 == 0xD800, let low = Self.escapedUnit(source, at: offset + 7, end: end),
            low & 0xFC00 == 0xDC00
        {
            append(Unicode.Scalar(0x10000 + ((unit & 0x3FF) << 10 | low & 0x3FF))!)
            return offset + 14
        }
        append("\u{FFFD}" as Unicode.Scalar)
        return offset + 7
    }

    private static func escapedUnit(_ source: ByteView, at offset: Int, end: Int) -> UInt32? {
        guard offset + 7 <= end, source[offset] == UInt8(ascii: "_"),
            source[offset + 1] == UInt8(ascii: "x"), source[offset + 6] == UInt8(ascii: "_")
        else { return nil }
        var unit: UInt32 = 0
        for index in offset + 2..<offset + 6 {
            guard let digit = Character(Unicode.Scalar(source[index])).hexDigitValue else {
                return nil
            }
            unit = unit << 4 | UInt32(digit)
        }
        return unit
    }
}

extension ByteView {
    /// Whether text has a reference, a return or an escape in it: most underscores begin none.
    func needsDecoding(from start: Int, to end: Int) -> Bool {
        for offset in start..<end {
            switch self[offset] {
            case UInt8(ascii: "&"), 0x0D: return true
            case UInt8(ascii: "_") where self[offset + 1] == UInt8(ascii: "x"): return true
            default: continue
            }
        }
        return false
    }
}
