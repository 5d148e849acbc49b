/// Text as a spreadsheet cell keeps it: what looks like an escape, and what XML can't hold, is escaped.
enum EscapedText {
    static func of(_ text: String) -> String {
        let isOdd = text.utf8.contains { $0 == UInt8(ascii: "_") || $0 == 0 || $0 == 0x0D }
        guard isOdd else { return text }
        let bytes = Array(text.utf8)
        var escaped: [UInt8] = []
        for index in bytes.indices {
            switch bytes[index] {
            case 0: escaped += "_x0000_".utf8
            case 0x0D: escaped += "_x000D_".utf8
            case UInt8(ascii: "_") where isEscape(bytes[index...]): escaped += "_x005F_".utf8
            case let byte: escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    /// Whether `_xHHHH_` stands at the beginning.
    private static func isEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
        let escape = Array(bytes.prefix(7))
        guard escape.count == 7, escape[1] == UInt8(ascii: "x"), escape[6] == UInt8(ascii: "_")
        else {
            return false
        }
        return escape[2..<6].allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
    }
}
