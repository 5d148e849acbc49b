package import Directory
import Imports

/// Rows of one address that the transaction of a single user settles at most.
private let settledWithOneUser = 500

extension Transaction {
    /// Settles *email taken* in the account's open drafts after one user was added, changed or
    /// deleted, in the same transaction; `keys` are the addresses that the user had and has.
    package func settleOpenDrafts(of account: ID<Account>, forKeys keys: [String]) throws {
        let revision = try usersRevision(of: account)
        let hash = try addressHash()
        let open = try all(
            """
            SELECT no FROM drafts WHERE account_id = \(account)
                AND state IN ('open', 'committing') ORDER BY no
            """
        ) { DraftID(account: account, number: Int($0.integer(0))) }
        for draft in open {
            var isSettled = true
            for key in keys where try !settleTaken(key, hash(key), in: draft) { isSettled = false }
            // A draft that was behind before stays behind.
            guard isSettled else { continue }
            try run(
                """
                UPDATE drafts SET users_rev = \(revision)
                WHERE \(draft.itself) AND users_rev = \(revision - 1)
                """)
        }
    }

    /// False when so many rows have the address that they are left to whoever opens the draft next.
    private func settleTaken(_ key: String, _ hash: Int64, in draft: DraftID) throws -> Bool {
        let isTaken = try isTaken(key, in: draft.account)
        let sharing = try rows(sharing: key, hash: hash, in: draft, limit: settledWithOneUser + 1)
        guard sharing.count <= settledWithOneUser else { return false }
        let rows = sharing.filter { $0.issues.contains(.emailTaken) != isTaken }
        guard !rows.isEmpty else { return true }
        let revision = try first(
            "UPDATE drafts SET rev = rev + 1 WHERE \(draft.itself) RETURNING rev"
        ) { Int($0.integer(0)) }
        var tally = BlockTally()
        for var row in rows {
            tally.count(row.issues, row.hints, at: row.position, times: -1)
            row.issues.formSymmetricDifference(.emailTaken)
            row.wasFaulty = row.wasFaulty || isTaken
            row.changedRevision = revision ?? row.changedRevision
            tally.count(row.issues, row.hints, at: row.position, times: 1)
            try save(row, of: draft)
        }
        try add(tally, to: draft)
        return true
    }

    /// Settles *email taken* for a part of a draft after many users changed.
    package func settleTaken(inBlocks blocks: ClosedRange<Int>, of draft: DraftID) throws {
        let positions =
            blocks.lowerBound * DraftBlock.size..<(blocks.upperBound + 1)
            * DraftBlock.size
        let revision = try first(
            """
            UPDATE drafts SET rev = rev + 1 WHERE \(draft.itself) AND state = 'open' RETURNING rev
            """
        ) { Int($0.integer(0)) }
        guard let revision else { return }
        let taken = try mark(positions, of: draft, revision)
        let free = try unmark(positions, of: draft, revision)
        if taken + free > 0 { try recount(blocks, of: draft) }
    }

    private func mark(_ positions: Range<Int>, of draft: DraftID, _ revision: Int) throws -> Int {
        try run(
            """
            UPDATE draft_rows SET issues = issues | \(Issues.emailTaken.rawValue), was_faulty = 1,
                changed_rev = \(revision)
            WHERE \(draft.its) AND position >= \(positions.lowerBound)
                AND position < \(positions.upperBound) AND state = 'here'
                AND issues & \(Issues.emailTaken.rawValue) = 0
                AND EXISTS (SELECT 1 FROM users u WHERE u.account_id = \(draft.account)
                    AND u.email_key = draft_rows.email_key)
            """)
    }

    private func unmark(_ positions: Range<Int>, of draft: DraftID, _ revision: Int) throws -> Int {
        try run(
            """
            UPDATE draft_rows SET issues = issues - \(Issues.emailTaken.rawValue),
                changed_rev = \(revision)
            WHERE \(draft.its) AND position >= \(positions.lowerBound)
                AND position < \(positions.upperBound) AND state = 'here' AND issues <> 0
                AND issues & \(Issues.emailTaken.rawValue) <> 0
                AND NOT EXISTS (SELECT 1 FROM users u WHERE u.account_id = \(draft.account)
                    AND u.email_key = draft_rows.email_key)
            """)
    }

    /// *Email taken* is settled as of this state of the account's users; `insteadOf` is what it
    /// was before, and keeps a slower one from turning the draft back.
    package func setUsersRevision(
        _ revision: Int64, of draft: DraftID, insteadOf before: Int64
    ) throws {
        try run(
            """
            UPDATE drafts SET users_rev = \(revision)
            WHERE \(draft.itself) AND users_rev = \(before)
            """)
    }

    package func isCommitting(in account: ID<Account>) throws -> Bool {
        try first(
            """
            SELECT 1 FROM drafts WHERE account_id = \(account) AND state = 'committing' LIMIT 1
            """
        ) { _ in true } ?? false
    }
}
