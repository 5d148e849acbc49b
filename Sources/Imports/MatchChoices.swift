package import Directory

/// What somebody chose for an unmatched file, as it was sent.
package struct MatchChoices: Sendable {
    /// The number of the sheet among the workbook's, from 1.
    package let sheet: Int
    /// Columns count from 1.
    package let columns: [(column: Int, field: Field)]
    package let roles: [(word: String, role: Role)]

    package init(
        sheet: Int, columns: [(column: Int, field: Field)], roles: [(word: String, role: Role)]
    ) {
        self.sheet = sheet
        self.columns = columns
        self.roles = roles
    }
}

/// Why a file can't be read as somebody chose.
package struct MatchProblem: Error, Sendable, Equatable {
    package let message: String
    /// The column it is about, from 1.
    package var column: Int?
    package var field: Field?
}

/// All that is wrong with the choices.
package struct MatchProblems: Error, Sendable, Equatable {
    package let all: [MatchProblem]
}

extension UnmatchedFile {
    /// The mapping that these choices mean for this file.
    /// - Throws: Everything that is wrong with them.
    package func mapping(for choices: MatchChoices) throws(MatchProblems) -> ColumnMapping {
        guard let sheet = sheets.first(where: { $0.index == choices.sheet - 1 }) else {
            let problem = MatchProblem(message: "The file has no sheet \(choices.sheet) to choose.")
            throw MatchProblems(all: [problem])
        }
        let problems = Self.problems(of: choices, in: sheet)
        guard problems.isEmpty else { throw MatchProblems(all: problems) }
        var roles = RoleWords()
        for choice in choices.roles { roles[choice.word] = choice.role }
        let columns = choices.columns.map { ($0.field, $0.column - 1) }
        return ColumnMapping(
            sheet: sheet.index, headingRow: sheet.headingRow,
            columns: Dictionary(columns) { first, _ in first }, roles: roles)
    }

    private static func problems(of choices: MatchChoices, in sheet: UnmatchedSheet)
        -> [MatchProblem]
    {
        var problems: [MatchProblem] = []
        var columns: Set<Int> = []
        var fields: Set<Field> = []
        for (column, field) in choices.columns {
            if !sheet.columns.contains(where: { $0.place == column - 1 }) {
                problems.append(
                    MatchProblem(message: "The sheet has no column \(column).", column: column))
            }
            if !columns.insert(column).inserted {
                problems.append(
                    MatchProblem(message: "A column can hold only one field.", column: column))
            }
            if !fields.insert(field).inserted {
                problems.append(
                    MatchProblem(
                        message: "Only one column can hold \(field.heading).", column: column,
                        field: field))
            }
        }
        if !fields.contains(.email) {
            problems.append(
                MatchProblem(message: "Choose which column holds EMAIL.", field: .email))
        }
        return problems
    }
}
