/// A text as it is searched and sorted: letter case, accents and marks, and the width of blanks don't count.
///
/// "müller" equals "MÜLLER" and "Muller". Made here and not by a database, so that every database finds and lists the
/// same; plain binary comparison of `value` is right in all of them.
package struct FoldedText: Sendable, Hashable {
    package let value: String

    package init(of text: String) {
        value = Self.quicklyFolded(text) ?? Self.folded(text)
    }

    /// What nearly every text is, in one pass: an import folds five texts a user. Nil if the text
    /// has other letters than Latin ones.
    private static func quicklyFolded(_ text: String) -> String? {
        var text = text
        var folded: [UInt8] = []
        folded.reserveCapacity(text.utf8.count)
        let isDone = text.withUTF8 { fold($0.span, onto: &folded, from: 0) }
        return isDone ? String(decoding: folded, as: UTF8.self) : nil
    }

    /// Folds one more part of the text that begins at `start`; a blank parts it from what is there.
    /// Stops and answers false if the part has other letters than Latin ones.
    static func fold(_ text: Span<UInt8>, onto folded: inout [UInt8], from start: Int) -> Bool {
        var isGap = folded.count > start
        var place = 0
        while place < text.count {
            let byte = text[place]
            place += 1
            if byte <= 0x20 || byte == 0x7F {
                isGap = folded.count > start
                continue
            }
            if isGap { folded.append(0x20) }
            isGap = false
            if byte < 0x80 {
                folded.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
            } else {
                let next = place < text.count ? text[place] : 0
                guard latin.append(byte, next, to: &folded) else { return false }
                place += 1
            }
        }
        return true
    }

    private static let latin = LatinLetters { letter in
        let folded = folded(letter)
        return UnicodeText.isASCII(folded) ? folded : nil
    }

    private static func folded(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in UnicodeText.foldedAndDecomposed(text).unicodeScalars {
            if scalar.isASCII {
                kept.append(scalar)
            } else if let letters = plainLetters[scalar] {
                kept.append(contentsOf: letters.unicodeScalars)
            } else if !isDropped(scalar) {
                kept.append(scalar)
            }
        }
        return UnicodeText.composed(joined(String(kept)))
    }

    /// Accents and the like; the vowel signs of Indic scripts are letters to their readers and stay.
    private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isInvisible { return !scalar.isBlank }
        return switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark:
            scalar.properties.canonicalCombiningClass != .notReordered
        default: false
        }
    }

    /// Without outer blanks, one space for each run of blanks inside.
    private static func joined(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        var isWordDone = false
        for scalar in text.unicodeScalars {
            if scalar.isBlank || scalar.isControl {
                isWordDone = !kept.isEmpty
                continue
            }
            if isWordDone { kept.append(" ") }
            isWordDone = false
            kept.append(scalar)
        }
        return String(kept)
    }

    /// Letters with a stroke have no decomposition in Unicode, but people type them plain.
    private static let plainLetters: [Unicode.Scalar: String] = [
        "\u{00F8}": "o", "\u{0142}": "l", "\u{0111}": "d", "\u{0131}": "i", "\u{0127}": "h",
        "\u{0167}": "t", "\u{00E6}": "ae", "\u{0153}": "oe", "\u{00F0}": "d", "\u{00FE}": "th",
    ]
}
