/// Where a user stands in a list: by display name, whatever its letter case and accents; among equals the plain
/// spelling comes first. Right under plain binary comparison, in every database.
package struct SortKey: Sendable, Hashable {
    /// PostgreSQL can't index text beyond some 2,700 bytes.
    static let mostBytes = 1_024

    package let value: String

    package init(of displayName: String) {
        self.init(of: displayName, folded: FoldedText(of: displayName).value)
    }

    init(of displayName: String, folded plain: String) {
        let accented = UnicodeText.loweredAndComposed(displayName)
        let both = plain == accented ? plain : plain + "\u{1}" + accented
        value = Self.cut(UnicodeText.isASCII(displayName) ? plain : both)
    }

    private static func cut(_ text: String) -> String {
        guard text.utf8.count > mostBytes else { return text }
        let end = text.utf8.index(text.startIndex, offsetBy: mostBytes)
        let whole = text.unicodeScalars.index(before: text.unicodeScalars.index(after: end))
        return String(text[..<whole])
    }
}
