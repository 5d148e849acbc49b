import Directory

/// A cell's text as it is kept: control characters removed, no-break spaces and line ends made spaces, outer blanks and
/// invisible characters gone. Marks of direction stay, and so does everything else.
package struct TidiedText {
    package let value: String

    package init(_ text: String) {
        var text = text
        let isTidy = text.withUTF8 { Self.isTidy($0.span) }
        value = isTidy ? text : Self.tidied(text)
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
