package import Directory

/// Which column of a sheet holds which field, and what the words of its ROLE column mean, as a person chose it.
package struct ColumnMapping: Sendable, Equatable {
    /// Which of the workbook's sheets, from 0.
    package let sheet: Int
    /// The row with the headings; nil: the first row is a user's.
    package let headingRow: Int?
    /// From 0.
    package let columns: [Field: Int]
    package let roles: RoleWords

    package init(sheet: Int, headingRow: Int?, columns: [Field: Int], roles: RoleWords) {
        self.sheet = sheet
        self.headingRow = headingRow
        self.columns = columns
        self.roles = roles
    }

    /// The column of each field, in the order of the fields.
    var places: [Int?] { Field.allCases.map { columns[$0] } }
}

/// What words that are no role mean in one file. A word that isn't here stays as it is.
package struct RoleWords: Sendable, Equatable, Codable {
    private var roles: [String: Role] = [:]

    package init() {}

    package var isEmpty: Bool { roles.isEmpty }

    /// Letter case, accents and blanks don't count.
    package subscript(word: String) -> Role? {
        get { roles[Self.key(word)] }
        set { roles[Self.key(word)] = newValue }
    }

    /// Two words with one key are the same word.
    static func key(_ word: String) -> String {
        FoldedText(of: TidiedText(word).value).value
    }
}
