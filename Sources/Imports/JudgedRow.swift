/// A row of the file with what the row rules say of it.
package struct JudgedRow: Sendable, Equatable {
    /// The spreadsheet's row; for text files the record's number, the first being 1.
    package let number: Int
    package let judgement: Judgement
}
