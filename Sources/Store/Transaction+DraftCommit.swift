package import Directory
import Imports

/// Addresses that one statement removes.
private let removedAtOnce = 64

/// What one transaction of a commit did.
package struct CommitChunk: Sendable, Equatable {
    package var created = 0
    /// Somebody else had taken the address meanwhile: the row stays.
    package var left = 0
    /// Nothing is left to move: the draft is `finished`, or open again.
    package var isLast = false
    /// The counts spoke of clean rows that aren't there, and were counted anew.
    package var wasMiscounted = false
}

extension Transaction {
    /// Asks for a commit: a worker does it. False unless the draft is open.
    package func askForCommit(of draft: DraftID, by viewer: Viewer, at now: Timestamp) throws
        -> Bool
    {
        try run(
            """
            UPDATE drafts SET state = 'committing', rev = rev + 1, commit_asked_at = \(now),
                commit_asked_by = \(viewer.user), commit_asked_home = \(viewer.home),
                expires_at = NULL, lease_until = 0
            WHERE \(draft.itself) AND state = 'open'
            """) == 1
    }

    /// A draft that waits to be committed and that nobody holds; from now on the lease's owner does.
    /// The index is found by its own condition, word for word.
    package func claimCommit(_ lease: Lease, at now: Timestamp) throws -> DraftID? {
        try first(
            """
            UPDATE drafts SET lease_owner = \(lease.owner), lease_until = \(lease.until)
            WHERE (account_id, no) = (
                SELECT account_id, no FROM drafts
                WHERE state IN ('reading', 'committing') AND state = 'committing'
                    AND lease_until <= \(now)
                ORDER BY commit_asked_at LIMIT 1)
            RETURNING account_id, no
            """
        ) { DraftID(account: ID($0.integer(0)), number: Int($0.integer(1))) }
    }

    /// Gives a draft back before its lease runs out.
    package func letGo(of draft: DraftID, owner: String) throws {
        try run(
            """
            UPDATE drafts SET lease_owner = NULL, lease_until = 0
            WHERE \(draft.itself) AND state = 'committing' AND lease_owner = \(owner)
            """)
    }

    /// Moves at most `limit` clean rows into `users`. Done twice, it changes nothing the second time.
    /// - Throws: `LeaseLost`.
    package func commitChunk(
        of draft: DraftID, limit: Int, _ lease: Lease, at now: Timestamp, openUntil end: Timestamp
    ) throws -> CommitChunk {
        try lockUsers(of: draft.account)
        let revision = try holdCommit(of: draft, lease)
        let rows = try cleanRows(of: draft, limit: limit)
        try keepPages(mebibytes: 8)
        var chunk = CommitChunk()
        if let first = rows.first?.row.position, let last = rows.last?.row.position {
            try insertUsers(rows, of: draft, at: now)
            chunk.created = try moveCreated(first...last, of: draft, revision)
            if chunk.created < rows.count {
                chunk.left = try markLeft(first...last, of: draft, revision)
            }
            try removeAddresses(of: rows, first...last, chunk, of: draft)
            try recount(first / DraftBlock.size...last / DraftBlock.size, of: draft)
            try count(chunk.created, of: draft)
        } else if try !cleanBlocks(of: draft, limit: 1).isEmpty {
            try recountAll(of: draft)
            chunk.wasMiscounted = true
        }
        chunk.isLast = try cleanBlocks(of: draft, limit: 1).isEmpty
        if chunk.isLast {
            try finishCommit(of: draft, openUntil: end)
            try keepPages(mebibytes: 2)
        }
        return chunk
    }

    /// New users touch pages of five indexes at random; with SQLite's own 2 MiB, the same ones are
    /// written and read again and again.
    func keepPages(mebibytes: Int) throws {
        guard dialect == .sqlite else { return }
        try run(SQL(stringLiteral: "PRAGMA cache_size = -\(mebibytes * 1024)"))
    }

    /// Our own new users can't be on other rows of the draft, so `users_rev` moves along.
    private func holdCommit(of draft: DraftID, _ lease: Lease) throws -> Int {
        let users = try usersRevision(of: draft.account)
        let revision = try first(
            """
            UPDATE drafts SET rev = rev + 1, lease_until = \(lease.until),
                users_rev = CASE WHEN users_rev = \(users - 1) THEN \(users) ELSE users_rev END
            WHERE \(draft.itself) AND state = 'committing' AND lease_owner = \(lease.owner)
            RETURNING rev
            """
        ) { Int($0.integer(0)) }
        guard let revision else { throw LeaseLost() }
        return revision
    }

    private func cleanBlocks(of draft: DraftID, limit: Int) throws -> [(block: Int, rows: Int)] {
        try all(
            """
            SELECT block, here - faulty FROM draft_blocks
            WHERE \(draft.its) AND here > faulty ORDER BY block LIMIT \(limit)
            """
        ) { (block: Int($0.integer(0)), rows: Int($0.integer(1))) }
    }

    private func cleanRows(
        of draft: DraftID, limit: Int
    ) throws -> [(row: StoredRow, user: Int64)] {
        var rows: [(row: StoredRow, user: Int64)] = []
        for block in try cleanBlocks(of: draft, limit: limit) {
            guard rows.count < limit else { break }
            let positions = DraftBlock.positions(of: block.block)
            rows += try all(
                """
                SELECT \(StoredRow.columns), user_id FROM draft_rows
                WHERE \(draft.its) AND position >= \(positions.lowerBound)
                    AND position < \(positions.upperBound) AND state = 'here' AND issues = 0
                ORDER BY position LIMIT \(limit - rows.count)
                """
            ) { (row: StoredRow.read($0), user: $0.integer(16)) }
        }
        return rows
    }

    private func moveCreated(
        _ positions: ClosedRange<Int>, of draft: DraftID, _ revision: Int
    ) throws -> Int {
        try run(
            """
            UPDATE draft_rows SET state = 'created', changed_rev = \(revision)
            WHERE \(draft.its) AND position BETWEEN \(positions.lowerBound)
                AND \(positions.upperBound) AND state = 'here' AND issues = 0
                AND EXISTS (SELECT 1 FROM users u WHERE u.account_id = \(draft.account)
                    AND u.id = draft_rows.user_id AND u.draft_no = \(draft.number)
                    AND u.draft_position = draft_rows.position)
            """)
    }

    private func markLeft(
        _ positions: ClosedRange<Int>, of draft: DraftID, _ revision: Int
    ) throws -> Int {
        try run(
            """
            UPDATE draft_rows SET issues = \(Issues.emailTaken.rawValue), was_faulty = 1,
                changed_rev = \(revision)
            WHERE \(draft.its) AND position BETWEEN \(positions.lowerBound)
                AND \(positions.upperBound) AND state = 'here' AND issues = 0
            """)
    }

    private func removeAddresses(
        of rows: [(row: StoredRow, user: Int64)], _ positions: ClosedRange<Int>,
        _ chunk: CommitChunk, of draft: DraftID
    ) throws {
        let hash = try addressHash()
        var left: Set<Int> = []
        if chunk.left > 0 {
            left = Set(
                try all(
                    """
                    SELECT position FROM draft_rows
                    WHERE \(draft.its) AND position BETWEEN \(positions.lowerBound)
                        AND \(positions.upperBound) AND state = 'here'
                    """
                ) { Int($0.integer(0)) })
        }
        let gone = rows.filter { !left.contains($0.row.position) }
            .compactMap { $0.row.emailKey.map { hash($0) } }.sorted()
        for start in stride(from: 0, to: gone.count, by: removedAtOnce) {
            let part = gone[start..<min(start + removedAtOnce, gone.count)]
            try removeAddresses(part, at: positions, of: draft)
        }
    }

    /// A row that had an address in common with another wasn't clean, so the hash says which row of
    /// these positions it was.
    private func removeAddresses(
        _ hashes: ArraySlice<Int64>, at positions: ClosedRange<Int>, of draft: DraftID
    ) throws {
        try run(
            """
            DELETE FROM draft_addresses
            WHERE \(draft.its) AND hash IN (\(SQL.list(hashes, padded: removedAtOnce)))
                AND position BETWEEN \(positions.lowerBound) AND \(positions.upperBound)
            """)
    }

    private func count(_ created: Int, of draft: DraftID) throws {
        try run("UPDATE drafts SET created = created + \(created) WHERE \(draft.itself)")
        try run(
            """
            UPDATE accounts SET user_count = user_count + \(created) WHERE id = \(draft.account)
            """)
    }

    private func finishCommit(of draft: DraftID, openUntil end: Timestamp) throws {
        let here = try counts(of: draft).here
        let state: Draft.State = here == 0 ? .finished : .open
        try run(
            """
            UPDATE drafts SET state = \(state), expires_at = \(here == 0 ? nil : end),
                lease_owner = NULL, lease_until = NULL
            WHERE \(draft.itself)
            """)
    }
}
