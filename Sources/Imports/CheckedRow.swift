/// A row of a spreadsheet with everything that is wrong with it, list rules included.
package struct CheckedRow: Sendable, Equatable {
    /// The spreadsheet's row; for text files the record's number, the first being 1.
    package let number: Int
    package let row: Row
    package let issues: Issues
    package let hints: Hints
    /// For `emailRepeated`: the number of the lowest other row that has the address.
    package let twin: Int?

    /// The words for each issue.
    package var words: [IssueWords] {
        issues.isEmpty ? [] : IssueWords.all(for: issues, of: row, twin: twin)
    }
}
