package import Directory

/// A sheet whose headings don't say for certain which column holds what, as it is shown to a person.
package struct UnmatchedSheet: Sendable, Equatable, Codable {
    /// Lines that are shown; a sheet may have 16,384 columns.
    static let mostColumns = 200

    /// Which of the workbook's sheets, from 0.
    package let index: Int
    package let name: String
    /// Nil: the first row is a user's already.
    package let headingRow: Int?
    /// Those with a heading or a text, at most `mostColumns`; what is proposed is always among them.
    package var columns: [UnmatchedColumn]
    /// Columns that aren't shown.
    package let more: Int

    /// The same for every file with the same headings in the same columns; nil without headings.
    package var headingsText: String? {
        guard headingRow != nil else { return nil }
        return columns.map { "\($0.place):\(HeadingText($0.heading).letters)" }
            .joined(separator: "\n")
    }
}

/// A column of such a sheet.
package struct UnmatchedColumn: Sendable, Equatable, Codable {
    package enum Reason: String, Sendable, Codable {
        /// The heading is a word for the field.
        case heading
        /// What stands in the column looks like the field.
        case content
        /// It may be the field, but so may another column: somebody has to choose.
        case several
        /// It was chosen the last time.
        case remembered
    }

    /// From 0.
    package let place: Int
    /// As it stands in the file, shortened; may be empty.
    package let heading: String
    /// Up to three different texts.
    package let examples: [String]
    package var proposal: Field?
    package var reason: Reason?
    /// The words that are no role, if the column is the kind that could hold roles: the most frequent first.
    package var words: [RoleWord] = []

    /// A, B, … Z, AA, …
    package var letters: String { Self.letters(of: place) }

    static func letters(of place: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(65 + place % 26)))
        return place < 26 ? letter : letters(of: place / 26 - 1) + letter
    }
}

/// A word of a column that is no role, and in how many rows it stands.
package struct RoleWord: Sendable, Equatable, Codable {
    package let word: String
    package let count: Int
    /// What it meant the last time.
    package var role: Role?
}

extension UnmatchedFile {
    /// With what somebody chose before in the place of the proposals.
    package func proposing(_ mapping: ColumnMapping) -> UnmatchedFile {
        var file = self
        for index in file.sheets.indices where file.sheets[index].index == mapping.sheet {
            for place in file.sheets[index].columns.indices {
                file.sheets[index].columns[place].propose(mapping)
            }
        }
        return file
    }
}

extension UnmatchedColumn {
    fileprivate mutating func propose(_ mapping: ColumnMapping) {
        proposal = mapping.columns.first { $0.value == place }?.key
        reason = proposal == nil ? nil : .remembered
        for index in words.indices { words[index].role = mapping.roles[words[index].word] }
    }
}
