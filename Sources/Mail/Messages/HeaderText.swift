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

    /// Whether somebody could take it for encoded words (RFC 2047).
    var looksEncoded: Bool {
        zip(text.utf8, text.utf8.dropFirst()).contains {
            $0 == (UInt8(ascii: "="), UInt8(ascii: "?"))
        }
    }

    /// Whether nothing is to be taken out, as from most texts: single blanks within.
    private static func isOneLineAlready(_ text: String) -> Bool {
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            guard scalar == " " ? previous != " " : !isTakenOut(scalar) else { return false }
            previous = scalar
        }
        return previous != " " || text.isEmpty
    }

    private static func isTakenOut(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\0"..." ", "\u{7F}"..."\u{9F}", "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}": true
        default: false
        }
    }
}
