import CUnistring

/// A text as a terminal shows it, in columns of one letter's width.
///
/// Names come from strangers: what would steer the terminal or turn its lines around is shown as a question mark.
package struct PrintedText: Sendable {
    package let value: String
    /// How many columns it takes: two for each ideograph, none for a combining mark.
    package let width: Int

    package init(_ text: String) {
        self.init(shown: Self.visible(text))
    }

    private init(shown text: String) {
        value = text
        width = text.unicodeScalars.reduce(0) { $0 + Self.width(of: $1) }
    }

    /// As much of it as fits, with an ellipsis where something is missing.
    package func cut(to most: Int) -> PrintedText {
        guard width > most else { return self }
        var kept = ""
        var taken = 0
        for character in value {
            let wide = character.unicodeScalars.reduce(0) { $0 + Self.width(of: $1) }
            guard taken + wide < most else { break }
            kept.append(character)
            taken += wide
        }
        return PrintedText(shown: kept + "…")
    }

    /// With blanks behind it up to this many columns.
    package func padded(to columns: Int) -> String {
        value + String(repeating: " ", count: max(0, columns - width))
    }

    /// With blanks before it, as numbers are.
    package func indented(to columns: Int) -> String {
        String(repeating: " ", count: max(0, columns - width)) + value
    }

    private static func width(of scalar: Unicode.Scalar) -> Int {
        scalar.value < 0x7F ? 1 : max(0, Int(uc_width(scalar.value, "UTF-8")))
    }

    private static func visible(_ text: String) -> String {
        if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
        let scalars = text.unicodeScalars.map { scalar in
            let category = scalar.properties.generalCategory
            let steers =
                scalar.isControl || scalar.isDirectionMark || category == .lineSeparator
                || category == .paragraphSeparator
            return steers || (category == .format && !scalar.isJoiner) ? "?" : scalar
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
