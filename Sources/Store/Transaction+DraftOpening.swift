package import Directory
package import Imports

/// What is known of a draft after its last row was read.
package struct DraftReading: Sendable {
    package var sheet = ""
    package var place: SheetPlace?
    package var otherColumns = OtherColumns()
    package var read = 0
    package var blank = 0
    /// The number of the last row, in the spreadsheet's count.
    package var lastRow = 0
    /// The state of the account's users that `email_taken` was settled against.
    package var usersRevision: Int64 = 0

    package init() {}
}

extension Transaction {
    /// The last step of reading: from now on the draft is there for everybody.
    /// - Throws: `LeaseLost`.
    package func open(
        _ draft: DraftID, _ reading: DraftReading, _ tally: BlockTally, owner: String,
        until end: Timestamp
    ) throws {
        let opened = try run(
            """
            UPDATE drafts SET state = 'open', rev = rev + 1, sheet = \(reading.sheet),
                sheet_number = \(reading.place?.number ?? 0),
                sheet_count = \(reading.place?.count ?? 0),
                other_columns = \(reading.otherColumns.text),
                read = \(reading.read), blank = \(reading.blank), last_row = \(reading.lastRow),
                users_rev = \(reading.usersRevision), expires_at = \(end), lease_owner = NULL,
                lease_until = NULL
            WHERE \(draft.itself) AND state = 'reading' AND lease_owner = \(owner)
            """)
        if opened == 0 { throw LeaseLost() }
        try add(tally, to: draft)
    }

    /// Cancel. The rows stay as they are until the draft ends, so that *Undo* finds them.
    package func discard(_ draft: DraftID, until end: Timestamp) throws {
        try run(
            """
            UPDATE drafts SET state = 'discarded', rev = rev + 1, expires_at = \(end)
            WHERE \(draft.itself) AND state IN ('matching', 'open')
            """)
    }

    /// *Undo* of Cancel; not any more once its time is over, for its rows may be half gone.
    package func reopen(_ draft: DraftID, at now: Timestamp, until end: Timestamp) throws {
        // An open draft has had a row.
        let read = try first("SELECT read FROM drafts WHERE \(draft.itself)") { $0.integer(0) }
        let state = read == 0 ? Draft.State.matching : .open
        try run(
            """
            UPDATE drafts SET state = \(state), rev = rev + 1, expires_at = \(end)
            WHERE \(draft.itself) AND state = 'discarded' AND expires_at > \(now)
            """)
    }
}
