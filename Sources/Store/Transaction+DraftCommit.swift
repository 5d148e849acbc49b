package import Directory
import Imports

/// What one transaction of a commit did.
package struct CommitChunk: Sendable, Equatable {
    package var created = 0
    /// Somebody else had taken the address meanwhile: the row stays.
    package var left = 0
    /// Nothing is left to move.
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
            UPDATE drafts SET state = 'committing', rev = rev + 1, undo_step = 0, redo_step = 0,
                commit_asked_at = \(now),
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
    ///
    /// Where their addresses stood in the draft stays written down until the draft is finished or over:
    /// who looks there asks the row itself too.
    /// - Throws: `LeaseLost`.
    package func commitChunk(
        of draft: DraftID, limit: Int, _ lease: Lease, at now: Timestamp
    ) throws -> CommitChunk {
        try lockUsers(of: draft.account)
        let revision = try holdCommit(of: draft, lease)
        try keepPages(mebibytes: 12)
        let rows = try cleanRows(of: draft, limit: limit)
        var chunk = CommitChunk()
        if !rows.positions.isEmpty {
            chunk = try move(rows, of: draft, revision, at: now)
        } else if try hasCleanRows(draft) {
            try recountAll(of: draft)
            chunk.wasMiscounted = true
        }
        chunk.isLast = try !hasCleanRows(draft)
        return chunk
    }

    /// After the last chunk: the draft is `finished`, or open again for the rows that are left.
    package func endCommit(
        of draft: DraftID, owner: String, at now: Timestamp, openUntil end: Timestamp
    ) throws {
        try keepPages(mebibytes: 2)
        let isOver = try counts(of: draft).here == 0
        let state: Draft.State = isOver ? .finished : .open
        try run(
            """
            UPDATE drafts SET state = \(state), expires_at = \(isOver ? now : end),
                lease_owner = NULL, lease_until = NULL
            WHERE \(draft.itself) AND state = 'committing' AND lease_owner = \(owner)
            """)
    }

    private func move(
        _ rows: NewUsers, of draft: DraftID, _ revision: Int, at now: Timestamp
    ) throws -> CommitChunk {
        var chunk = CommitChunk()
        let inserted = try insert(
            rows.table(of: draft, at: now), into: "users", meeting: .keepsFirst)
        let isComplete = inserted == rows.positions.count
        chunk.created = try moveCreated(rows.span, of: draft, revision, all: isComplete)
        if chunk.created > inserted {
            // Blocks between had clean rows that the counts didn't know of.
            chunk.created -= try takeBack(rows.span, of: draft, revision)
            try recountAll(of: draft)
            chunk.wasMiscounted = true
        } else if isComplete {
            try add(rows.leaving, to: draft)
        } else {
            chunk.left = try markLeft(rows.span, of: draft, revision)
            let blocks =
                rows.span.lowerBound / DraftBlock.size...rows.span.upperBound / DraftBlock.size
            try recount(blocks, of: draft)
        }
        try count(chunk.created, of: draft)
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

    private func hasCleanRows(_ draft: DraftID) throws -> Bool {
        try !cleanBlocks(of: draft, limit: 1).isEmpty
    }

    private func cleanRows(of draft: DraftID, limit: Int) throws -> NewUsers {
        var rows = NewUsers()
        for block in try cleanBlocks(of: draft, limit: limit) {
            guard rows.positions.count < limit else { break }
            let positions = DraftBlock.positions(of: block.block)
            try each(
                """
                SELECT \(NewUsers.columns) FROM draft_rows
                WHERE \(draft.its) AND position >= \(positions.lowerBound)
                    AND position < \(positions.upperBound) AND state = 'here' AND issues = 0
                ORDER BY position LIMIT \(limit - rows.positions.count)
                """
            ) { rows.add($0) }
        }
        return rows
    }

    /// - Parameter all: Whether every row of these positions has become a user.
    private func moveCreated(
        _ positions: ClosedRange<Int>, of draft: DraftID, _ revision: Int, all: Bool
    ) throws -> Int {
        let created: SQL = """
             AND EXISTS (SELECT 1 FROM users u WHERE u.account_id = \(draft.account)
                AND u.id = draft_rows.user_id AND u.draft_no = \(draft.number)
                AND u.draft_position = draft_rows.position)
            """
        return try run(
            """
            UPDATE\(dialect.orRollback) draft_rows SET state = 'created', changed_rev = \(revision)
            WHERE \(draft.its) AND position BETWEEN \(positions.lowerBound)
                AND \(positions.upperBound) AND state = 'here' AND issues = 0\(all ? "" : created)
            """)
    }

    private func takeBack(
        _ positions: ClosedRange<Int>, of draft: DraftID, _ revision: Int
    ) throws -> Int {
        try run(
            """
            UPDATE draft_rows SET state = 'here'
            WHERE \(draft.its) AND position BETWEEN \(positions.lowerBound)
                AND \(positions.upperBound) AND state = 'created' AND changed_rev = \(revision)
                AND NOT EXISTS (SELECT 1 FROM users u WHERE u.account_id = \(draft.account)
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

    private func count(_ created: Int, of draft: DraftID) throws {
        try run("UPDATE drafts SET created = created + \(created) WHERE \(draft.itself)")
        try run(
            """
            UPDATE accounts SET user_count = user_count + \(created) WHERE id = \(draft.account)
            """)
    }
}
