/// Text that stays on one line, and so can stand in a header field: nothing in it ends the field.
///
/// Control characters, line and paragraph separators and the marks that turn the direction of what
/// follows (Unicode UAX #9) are taken out; each run of them and of blanks is one blank.
package struct HeaderText: Sendable, Hashable {
    package let text: String

    package init(_ text: String) {
        guard !Self.isOneLineAlready(text) else {
            self.text = text
            return
        }
        let words = text.unicodeScalars.split { Self.isTakenOut($0) }
        self.text = words.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
    }

    /// Printable ASCII with single blanks within: what most texts consist of.
    private static func isOneLineAlready(_ text: String) -> Bool {
        var previous = UInt8(ascii: " ")
        for byte in text.utf8 {
            guard (0x20...0x7E).contains(byte), byte != 0x20 || previous != 0x20 else {
                return false
            }
            previous = byte
        }
        return previous != 0x20 || text.isEmpty
    }

    private static func isTakenOut(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\0"..." ", "\u{7F}"..."\u{9F}", "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}": true
        default: false
        }
    }
}
