/// Text that stays on one line, and so can stand in a header field: nothing in it ends the field.
///
/// Control characters, line and paragraph separators and the marks that turn the direction of what
/// follows (Unicode UAX #9) are taken out; each run of them and of blanks is one blank.
package struct HeaderText: Sendable, Hashable {
    package let text: String

    package init(_ text: String) {
        guard !text.utf8.allSatisfy(Self.isPlain) || text.hasOuterBlank || text.contains("  ")
        else {
            self.text = text
            return
        }
        let words = text.unicodeScalars.split { Self.isTakenOut($0) }
        self.text = words.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
    }

    /// Printable ASCII: what most texts consist of.
    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x20...0x7E).contains(byte)
    }

    private static func isTakenOut(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\0"..." ", "\u{7F}"..."\u{9F}", "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}": true
        default: false
        }
    }
}

extension String {
    fileprivate var hasOuterBlank: Bool {
        utf8.first == UInt8(ascii: " ") || utf8.last == UInt8(ascii: " ")
    }
}
