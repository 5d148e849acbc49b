/// A row of the file with what the row rules say of it.
package struct JudgedRow: Sendable, Equatable {
    /// The spreadsheet's row; for text files the record's number, the first being 1.
    package let number: Int
    /// As it is kept and shown.
    package let row: Row
    package let issues: Issues
    package let hints: Hints
    /// What rows with the same address share; nil when the address is missing or malformed.
    package let emailKey: String?
}
