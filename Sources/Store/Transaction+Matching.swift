package import Directory
import Imports

/// Parts of a file that one transaction deletes.
private let partsSweptAtOnce = 16
/// Headings whose mapping is remembered in one account.
private let mostMappings = 100

extension Transaction {
    /// Keeps a part of an upload's bytes, counted from 0.
    package func keepFile(part: Int, _ bytes: [UInt8], of draft: DraftID) throws {
        try run(
            """
            INSERT INTO draft_files (account_id, draft_no, part, bytes)
            VALUES (\(draft.account), \(draft.number), \(part), \(bytes))
            """)
    }

    /// Nil after the last part.
    package func filePart(_ part: Int, of draft: DraftID) throws -> [UInt8]? {
        try first(
            "SELECT bytes FROM draft_files WHERE \(draft.its) AND part = \(part)"
        ) { $0.bytes(0) }
    }

    /// Deletes some parts of the file; false when none are left.
    package func sweepFile(of draft: DraftID) throws -> Bool {
        let last = try first(
            """
            SELECT part FROM draft_files WHERE \(draft.its) ORDER BY part
            LIMIT 1 OFFSET \(partsSweptAtOnce)
            """
        ) { Int($0.integer(0)) }
        guard let last else {
            try run("DELETE FROM draft_files WHERE \(draft.its)")
            return false
        }
        try run("DELETE FROM draft_files WHERE \(draft.its) AND part < \(last)")
        return true
    }

    /// The last step of keeping a file: from now on the columns of the draft can be matched.
    package func keepMatching(
        of draft: DraftID, _ sheets: String, until end: Timestamp
    ) throws {
        try run(
            """
            INSERT INTO draft_matchings (account_id, draft_no, sheets)
            VALUES (\(draft.account), \(draft.number), \(sheets))
            """)
        try run("UPDATE drafts SET expires_at = \(end) WHERE \(draft.itself)")
    }

    /// The draft waits for somebody to match its columns.
    /// - Throws: `LeaseLost`.
    package func awaitMatching(of draft: DraftID, owner: String) throws {
        let kept = try run(
            """
            UPDATE drafts SET state = 'matching', rev = 1, lease_owner = NULL, lease_until = NULL
            WHERE \(draft.itself) AND state = 'reading' AND lease_owner = \(owner)
            """)
        if kept == 0 { throw LeaseLost() }
    }

    /// The sheets of a file that waits.
    package func matching(of draft: DraftID) throws -> String? {
        try first("SELECT sheets FROM draft_matchings WHERE \(draft.its)") { $0.text(0) }
    }

    /// Its columns are matched, and it is read; false if it doesn't wait any more.
    package func beginMatched(_ draft: DraftID, _ lease: Lease) throws -> Bool {
        try run(
            """
            UPDATE drafts SET state = 'reading', lease_owner = \(lease.owner),
                lease_until = \(lease.until)
            WHERE \(draft.itself) AND state = 'matching'
            """) == 1
    }

    /// The columns of an open draft are matched anew, and its rows go; false if it isn't such a draft, or something of
    /// it was added already.
    package func beginMatchingAgain(_ draft: DraftID, _ lease: Lease) throws -> Bool {
        guard try matching(of: draft) != nil else { return false }
        return try run(
            """
            UPDATE drafts SET state = 'reading', rev = rev + 1, lease_owner = \(lease.owner),
                lease_until = \(lease.until)
            WHERE \(draft.itself) AND state = 'open' AND created = 0
            """) == 1
    }

    /// A draft whose rows are gone waits again; false if its columns never needed it.
    func awaitMatchingAgain(of draft: DraftID) throws -> Bool {
        guard try matching(of: draft) != nil else { return false }
        return try run(
            """
            UPDATE drafts SET state = 'matching', lease_owner = NULL, lease_until = NULL,
                read = 0, blank = 0, added_by_hand = 0, deleted = 0, last_row = 0,
                undo_step = 0, redo_step = 0
            WHERE \(draft.itself) AND state = 'reading'
            """) == 1
    }

    /// The columns can't be matched any more; false if they never could.
    @discardableResult
    package func endMatching(of draft: DraftID) throws -> Bool {
        try run("DELETE FROM draft_matchings WHERE \(draft.its)") == 1
    }
}

extension Transaction {
    /// What was chosen for these headings the last time.
    package func mapping(_ headings: [UInt8], in account: ID<Account>) throws -> String? {
        try first(
            """
            SELECT choices FROM mappings
            WHERE account_id = \(account) AND headings = \(headings)
            """
        ) { $0.text(0) }
    }

    /// Remembers what was chosen for these headings; of many mappings the latest stay.
    package func remember(
        _ choices: String, for headings: [UInt8], in account: ID<Account>, at now: Timestamp
    ) throws {
        try run(
            """
            INSERT INTO mappings (account_id, headings, choices, used_at)
            VALUES (\(account), \(headings), \(choices), \(now))
            ON CONFLICT (account_id, headings) DO UPDATE SET
                choices = excluded.choices, used_at = excluded.used_at
            """)
        let oldest = try all(
            """
            SELECT headings FROM mappings WHERE account_id = \(account)
            ORDER BY used_at DESC LIMIT 100 OFFSET \(mostMappings)
            """
        ) { $0.bytes(0) }
        for headings in oldest {
            try forgetMapping(headings, in: account)
        }
    }

    package func forgetMapping(_ headings: [UInt8], in account: ID<Account>) throws {
        try run(
            "DELETE FROM mappings WHERE account_id = \(account) AND headings = \(headings)")
    }
}
