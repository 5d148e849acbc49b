package import Directory
package import Imports

/// A draft with what only the house needs to know of it.
package struct StoredDraft: Sendable {
    package let draft: Draft
    package let sha256: [UInt8]
    package let rulesVersion: Int
    /// Nobody who was signed in started it: it came from the command line.
    package let isFromCommand: Bool
    /// What `email_taken` was last settled against, and where the account stands now.
    package let usersRevision: Int64
    package let accountRevision: Int64
    /// Its rows are gone: it can't be opened any more.
    package let isExpired: Bool
    /// Its rows are gone, or about to be.
    package func isOver(at now: Timestamp) -> Bool {
        guard draft.state == .discarded else { return isExpired }
        return draft.expiresAt.map { $0 <= now } ?? true
    }
    /// Many users changed since *email taken* was settled.
    package var isBehind: Bool { usersRevision != accountRevision }
    /// How many rows it has ever had.
    package var length: Int { draft.ledger.read + draft.ledger.addedByHand }
}

extension Transaction {
    package func storedDraft(_ id: DraftID) throws -> StoredDraft? {
        let present = try counts(of: id)
        return try first(
            """
            SELECT \(StoredDraft.columns), a.users_rev
            FROM drafts d JOIN accounts a ON a.id = d.account_id
            WHERE d.account_id = \(id.account) AND d.no = \(id.number)
            """
        ) { StoredDraft($0, present, accountRevision: $0.integer(26)) }
    }

    /// The draft of an upload, by the key that its client chose.
    package func storedDraft(request: String, in account: ID<Account>) throws -> StoredDraft? {
        let number = try first(
            "SELECT no FROM drafts WHERE account_id = \(account) AND request_id = \(request)"
        ) { Int($0.integer(0)) }
        return try number.flatMap { try storedDraft(DraftID(account: account, number: $0)) }
    }

    /// Drafts with something left to do, the newest first.
    package func unfinishedDrafts(in account: ID<Account>) throws -> [StoredDraft] {
        let numbers = try all(
            """
            SELECT no FROM drafts WHERE account_id = \(account)
                AND state IN ('matching', 'open', 'committing') ORDER BY no DESC
            """
        ) { Int($0.integer(0)) }
        return try numbers.compactMap { try storedDraft(DraftID(account: account, number: $0)) }
    }

    package func usersRevision(of account: ID<Account>) throws -> Int64 {
        try first("SELECT users_rev FROM accounts WHERE id = \(account)") { $0.integer(0) } ?? 0
    }
}

extension StoredDraft {
    static let columns: SQL = """
        d.no, d.state, d.started_by, d.started_home, d.file_name, d.file_bytes, d.sheet, d.rev,
        d.created_at, d.expires_at, d.sha256, d.rules_version, d.users_rev, d.read, d.blank,
        d.added_by_hand, d.created, d.updated, d.skipped, d.deleted, d.account_id,
        d.sheet_number, d.sheet_count, d.other_columns, d.undo_step, d.redo_step
        """

    init(_ row: any Columns, _ present: Counts, accountRevision: Int64) {
        let state = Draft.State(rawValue: row.text(1)) ?? .discarded
        let isStarterOurs = !row.isNull(2) && row.integer(3) == row.integer(20)
        draft = Draft(
            number: Int(row.integer(0)), state: state,
            startedBy: isStarterOurs ? ID(row.integer(2)) : nil, fileName: row.text(4),
            fileBytes: Int(row.integer(5)), sheet: row.text(6), sheetPlace: Self.place(row),
            otherColumns: OtherColumns(text: row.text(23)),
            revision: Int(row.integer(7)), undo: Self.step(row.integer(24)),
            redo: Self.step(row.integer(25)),
            ledger: Self.ledger(row, here: present.here, isDiscarded: state == .discarded),
            counts: state == .discarded ? Counts() : present,
            createdAt: Timestamp(row.integer(8)),
            // What a finished one has there is for the sweeper.
            expiresAt: row.isNull(9) || state == .finished ? nil : Timestamp(row.integer(9)))
        sha256 = row.bytes(10)
        isFromCommand = row.isNull(2)
        rulesVersion = Int(row.integer(11))
        usersRevision = row.integer(12)
        self.accountRevision = accountRevision
        isExpired = state == .discarded && row.isNull(9)
    }

    private static func step(_ number: Int64) -> Int? { number == 0 ? nil : Int(number) }

    private static func place(_ row: any Columns) -> SheetPlace? {
        row.integer(21) == 0
            ? nil : SheetPlace(number: Int(row.integer(21)), of: Int(row.integer(22)))
    }

    /// What is still here when a draft is discarded counts as deleted, though its rows wait for
    /// *Undo* untouched.
    private static func ledger(_ row: any Columns, here: Int, isDiscarded: Bool) -> Ledger {
        var ledger = Ledger()
        ledger.read = Int(row.integer(13))
        ledger.blank = Int(row.integer(14))
        ledger.addedByHand = Int(row.integer(15))
        ledger.created = Int(row.integer(16))
        ledger.updated = Int(row.integer(17))
        ledger.skipped = Int(row.integer(18))
        ledger.deleted = Int(row.integer(19)) + (isDiscarded ? here : 0)
        ledger.here = isDiscarded ? 0 : here
        return ledger
    }
}
