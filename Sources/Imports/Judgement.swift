package import Directory

/// What the row rules say of one row.
package struct Judgement: Sendable, Equatable {
    /// The row as it is kept and shown.
    package let row: Row
    /// Row rules only; list rules need the other rows.
    package let issues: Issues
    package let hints: Hints
    /// What rows with the same address share; nil when the address is missing or malformed.
    package let emailKey: String?
    /// For `emailMalformed`: why.
    package let emailReason: EmailAddress.Malformed?
}
