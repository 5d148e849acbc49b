extension Unicode.Scalar {
    /// White space of any kind: spaces, no-break spaces, tabs, line ends.
    package var isBlank: Bool {
        if isASCII { return value == 0x20 || (0x09...0x0D).contains(value) }
        return properties.isWhitespace
    }

    /// A control character (category Cc); tabs and line ends are blanks as well.
    package var isControl: Bool {
        value < 0x20 || (0x7F...0x9F).contains(value)
    }

    /// Nothing to see: controls, zero-width characters, marks of direction, byte order marks.
    package var isInvisible: Bool {
        if value < 0x7F { return value < 0x20 }
        return switch properties.generalCategory {
        case .control, .format, .unassigned, .privateUse, .surrogate: true
        default: properties.isDefaultIgnorableCodePoint
        }
    }

    /// Says in which direction a text runs. Such marks stay in names; pages isolate them.
    package var isDirectionMark: Bool {
        switch value {
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// Joins or separates the letters around it (ZWNJ, ZWJ): part of how some names are written.
    package var isJoiner: Bool {
        value == 0x200C || value == 0x200D
    }

    /// Stands on the character before it: accents, vowel signs.
    var isMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }

    /// A letter, mark or number of any script.
    var isWordCharacter: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .enclosingMark,
            .decimalNumber, .letterNumber, .otherNumber:
            true
        default: false
        }
    }
}

extension String {
    /// Without what satisfies the condition at either end. Takes time in proportion to the length.
    package func trimming(_ isTrimmed: (Unicode.Scalar) -> Bool) -> String {
        let scalars = unicodeScalars
        if let first = scalars.first, let last = scalars.last, !isTrimmed(first), !isTrimmed(last) {
            return self
        }
        guard let first = scalars.firstIndex(where: { !isTrimmed($0) }),
            let last = scalars.lastIndex(where: { !isTrimmed($0) })
        else { return "" }
        return String(scalars[first...last])
    }
}
