package import Directory
import Imports

extension Transaction {
    /// Begins an edit: holds the draft, counts its revision, and makes this the step that is undone next. Nil unless it
    /// is open.
    /// - Parameter end: When the draft ends from now on; nil if that stays.
    package func beginEdit(of draft: DraftID, until end: Timestamp?) throws -> Int? {
        // Drafts are found by their end: where it stays, the index does.
        let more = end.map { ", expires_at = \($0)" as SQL } ?? ""
        return try first(
            """
            UPDATE drafts SET rev = rev + 1, undo_step = rev + 1, redo_step = 0\(more)
            WHERE \(draft.itself) AND state = 'open' RETURNING rev
            """
        ) { Int($0.integer(0)) }
    }

    /// Numbers for rows that are added by hand: the first position, and the first row number.
    /// Call it before `beginEdit`: it takes users' numbers from the account.
    package func reserveRows(
        _ count: Int, in draft: DraftID
    ) throws -> (position: Int, number: Int, user: Int64)? {
        let user = try reserveUsers(count, in: draft.account)
        return try first(
            """
            UPDATE drafts SET added_by_hand = added_by_hand + \(count),
                last_row = last_row + \(count)
            WHERE \(draft.itself) AND state = 'open'
            RETURNING read + added_by_hand, last_row
            """
        ) {
            (
                position: Int($0.integer(0)) - count, number: Int($0.integer(1)) - count + 1,
                user: user
            )
        }
    }

    package func add(_ row: StoredRow, user: Int64, to draft: DraftID) throws {
        try run(
            """
            INSERT INTO draft_rows (account_id, draft_no, position, user_id, row_no, first_name,
                last_name, name, email, role, email_key, issues, hints, state, was_faulty,
                edited_rev, edited_by, edited_home, changed_rev)
            VALUES (\(draft.account), \(draft.number), \(row.position), \(user), \(row.number),
                \(row.row.firstName), \(row.row.lastName), \(row.row.name), \(row.row.email),
                \(row.row.role), \(row.emailKey), \(row.issues.rawValue), \(row.hints.rawValue),
                \(row.state), \(row.wasFaulty ? 1 : 0), \(row.editedRevision),
                \(row.editedBy?.user), \(row.editedBy?.home), \(row.changedRevision))
            """)
    }

    package func save(_ row: StoredRow, of draft: DraftID) throws {
        try run(
            """
            UPDATE draft_rows SET first_name = \(row.row.firstName),
                last_name = \(row.row.lastName), name = \(row.row.name),
                email = \(row.row.email), role = \(row.row.role), email_key = \(row.emailKey),
                issues = \(row.issues.rawValue), hints = \(row.hints.rawValue),
                state = \(row.state), was_faulty = \(row.wasFaulty ? 1 : 0),
                edited_rev = \(row.editedRevision), edited_by = \(row.editedBy?.user),
                edited_home = \(row.editedBy?.home), changed_rev = \(row.changedRevision)
            WHERE \(draft.its) AND position = \(row.position)
            """)
    }

    package func addAddress(_ hash: Int64, at position: Int, of draft: DraftID) throws {
        try run(
            """
            INSERT INTO draft_addresses (account_id, draft_no, hash, position)
            VALUES (\(draft.account), \(draft.number), \(hash), \(position)) ON CONFLICT DO NOTHING
            """)
    }

    package func removeAddress(_ hash: Int64, at position: Int, of draft: DraftID) throws {
        try run(
            """
            DELETE FROM draft_addresses
            WHERE \(draft.its) AND hash = \(hash) AND position = \(position)
            """)
    }

    /// The lowest rows that are here with an address, at most `limit`.
    package func rows(
        sharing key: String, hash: Int64, in draft: DraftID, limit: Int
    ) throws -> [StoredRow] {
        try all(
            """
            SELECT r.position, r.row_no, r.first_name, r.last_name, r.name, r.email, r.role,
                r.email_key, r.issues, r.hints, r.state, r.was_faulty, r.edited_rev, r.edited_by,
                r.edited_home, r.changed_rev
            FROM draft_addresses a
            JOIN draft_rows r ON r.account_id = a.account_id AND r.draft_no = a.draft_no
                AND r.position = a.position
            WHERE a.account_id = \(draft.account) AND a.draft_no = \(draft.number)
                AND a.hash = \(hash) AND r.email_key = \(key) AND r.state = 'here'
            ORDER BY a.position LIMIT \(limit)
            """, StoredRow.read)
    }

    package func countDeleted(_ difference: Int, in draft: DraftID) throws {
        try run(
            "UPDATE drafts SET deleted = deleted + \(difference) WHERE \(draft.itself)")
    }
}
