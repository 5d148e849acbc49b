/// A row of a draft with where it stands and what is wrong with it.
package struct DraftRow: Sendable, Equatable {
    package enum State: String, Sendable, CaseIterable {
        case here
        case created
        case updated
        case skipped
        case deleted
    }

    /// Its place in the draft, from 0; never changes.
    package let position: Int
    /// The spreadsheet's row (the heading of a CSV file being row 1): what people see.
    package let number: Int
    package let row: Row
    package let issues: Issues
    package let hints: Hints
    package let state: State
    /// Had an issue once: painted as "Fixed" when it has none now.
    package let wasFaulty: Bool
    /// For `emailRepeated`: the number of the lowest other row that has the address.
    package let twin: Int?

    package init(
        position: Int, number: Int, row: Row, issues: Issues, hints: Hints, state: State,
        wasFaulty: Bool, twin: Int?
    ) {
        self.position = position
        self.number = number
        self.row = row
        self.issues = issues
        self.hints = hints
        self.state = state
        self.wasFaulty = wasFaulty
        self.twin = twin
    }
}
