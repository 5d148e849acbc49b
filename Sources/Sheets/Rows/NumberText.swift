/// How a number of a cell is written as text.
enum NumberText {
    /// Whether the digits are already the shortest text: a whole number of at most 15 digits.
    @inline(__always) static func isShortest(_ view: ByteView, from start: Int, to end: Int) -> Bool
    {
        guard start < end, end - start <= 15 else { return false }
        if view[start] == UInt8(ascii: "0") { return end - start == 1 }
        for offset in start..<end where view[offset] &- 0x30 > 9 { return false }
        return true
    }

    /// The text of a number as the file writes it; text that is no number stays as it is.
    static func text(
        _ raw: String, as meaning: NumberStyles.Meaning, in epoch: NumberStyles.Epoch
    ) -> String {
        let written = raw.trimmed
        let isNumber = written.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "E"), UInt8(ascii: "e"):
                true
            default: false
            }
        }
        guard isNumber, let value = Double(written), value.isFinite else { return written }
        return DateText.text(value, as: meaning, in: epoch) ?? shortest(value)
    }

    /// The fewest digits that give the same number again, without an exponent between 1e-7 and 1e21.
    static func shortest(_ value: Double) -> String {
        if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
        let text = value.description
        let parts = text.split(separator: "e")
        guard parts.count == 2, let exponent = Int(parts[1]), (-7..<21).contains(exponent) else {
            return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
        }
        let isNegative = parts[0].hasPrefix("-")
        let mantissa = parts[0].split(separator: ".")
        let whole = mantissa[0].filter(\.isNumber)
        let fraction = mantissa.count > 1 && mantissa[1] != "0" ? String(mantissa[1]) : ""
        return (isNegative ? "-" : "") + plain(whole + fraction, pointAt: whole.count + exponent)
    }

    private static func plain(_ digits: String, pointAt point: Int) -> String {
        if point <= 0 { return "0." + String(repeating: "0", count: -point) + digits }
        if point >= digits.count {
            return digits + String(repeating: "0", count: point - digits.count)
        }
        return digits.prefix(point) + "." + digits.dropFirst(point)
    }
}

extension String {
    /// Without the white space of XML at both ends.
    var trimmed: String {
        let isSpace = { (byte: UInt8) in byte <= 0x20 }
        let start = utf8.drop(while: isSpace)
        guard let end = start.lastIndex(where: { !isSpace($0) }) else { return "" }
        return String(self[start.startIndex...end])
    }
}
