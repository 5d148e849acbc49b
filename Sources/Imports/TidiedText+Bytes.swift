import Directory

/// The quick look at a text, which nearly always finds that there is nothing to tidy.
extension TidiedText {
    /// True only if the text stays as it is.
    ///
    /// - Parameter bytes: UTF-8.
    static func isTidy(_ bytes: Span<UInt8>) -> Bool {
        for place in bytes.indices {
            switch bytes[place] {
            case 0..<0x20, 0x7F: return false
            case 0xC2, 0xE2: if isReplaced(bytes.extracting(place...)) { return false }
            default: break
            }
        }
        return bytes.isEmpty
            || staysOutside(bytes, at: 0) && staysOutside(bytes, at: lastScalar(of: bytes))
    }

    /// Control characters, spaces without a break and line ends beyond ASCII; what is cut counts as one.
    private static func isReplaced(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count > 1, bytes[0] == 0xE2 else { return bytes.count < 2 || bytes[1] <= 0xA0 }
        guard bytes.count > 2, bytes[1] == 0x80 else { return bytes.count < 3 }
        return switch bytes[2] {
        case 0x87, 0xA8, 0xA9, 0xAF: true
        default: false
        }
    }

    private static func lastScalar(of bytes: Span<UInt8>) -> Int {
        var place = bytes.count - 1
        while place > 0, bytes[place] & 0xC0 == 0x80 { place -= 1 }
        return place
    }

    /// Whether a character stays at an end of the text, as every letter does.
    private static func staysOutside(_ bytes: Span<UInt8>, at place: Int) -> Bool {
        switch bytes[place] {
        case 0x21..<0x7F: return true
        // Latin, Cyrillic, and nearly all of Chinese.
        case 0xC3...0xC9, 0xD0...0xD3, 0xE5...0xE8: return true
        default:
            let rest = bytes.extracting(place..<min(place + 4, bytes.count))
            let text = String(decoding: rest.indices.map { rest[$0] }, as: UTF8.self)
            return text.unicodeScalars.first.map { !$0.isBlank && !$0.isInvisible } ?? false
        }
    }
}
