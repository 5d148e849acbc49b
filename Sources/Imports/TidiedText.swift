import Directory

/// A cell's text as it is kept: control characters removed, no-break spaces and line ends made spaces, outer blanks and
/// invisible characters gone. Marks of direction stay, and so does everything else.
package struct TidiedText {
    package let value: String

    package init(_ text: String) {
        value = Self.isTidy(text) ? text : Self.tidied(text)
    }

    /// What nearly every cell is: printing ASCII and Latin letters (U+00C0 to U+027F), without outer
    /// spaces.
    private static func isTidy(_ text: String) -> Bool {
        let bytes = text.utf8
        guard let first = bytes.first else { return true }
        return first != UInt8(ascii: " ") && bytes.last != UInt8(ascii: " ")
            && bytes.allSatisfy { byte in
                (0x20..<0x7F).contains(byte) || (0x80...0xBF).contains(byte)
                    || (0xC3...0xC9).contains(byte)
            }
    }

    private static func tidied(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isNoBreakSpace(scalar) {
                kept.append(" ")
            } else if isLineEnd(scalar) {
                if kept.last != " " { kept.append(" ") }
            } else if !scalar.isControl {
                kept.append(scalar)
            }
        }
        let trimmed = String(kept).trimming { scalar in
            scalar.isBlank || (scalar.isInvisible && !scalar.isDirectionMark && !scalar.isJoiner)
        }
        return trimmed.unicodeScalars.allSatisfy { $0.isInvisible || $0.isBlank } ? "" : trimmed
    }

    private static func isNoBreakSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{A0}" || scalar == "\u{2007}" || scalar == "\u{202F}"
    }

    /// Tabs among them.
    private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
        (0x09...0x0D).contains(scalar.value) || scalar == "\u{85}" || scalar == "\u{2028}"
            || scalar == "\u{2029}"
    }
}
