package import Directory
import Imports

/// A part of a draft's rows that one transaction sweeps away.
private let sweptAtOnce = 5 * DraftBlock.size

extension Transaction {
    /// A draft that somebody began to read and left: whoever claims it sweeps it away.
    package func claimAbandoned(_ lease: Lease, at now: Timestamp) throws -> DraftID? {
        try first(
            """
            UPDATE drafts SET lease_owner = \(lease.owner), lease_until = \(lease.until)
            WHERE (account_id, no) = (
                SELECT account_id, no FROM drafts
                WHERE state IN ('reading', 'committing') AND state = 'reading'
                    AND lease_until <= \(now) ORDER BY lease_until LIMIT 1)
            RETURNING account_id, no
            """
        ) { DraftID(account: ID($0.integer(0)), number: Int($0.integer(1))) }
    }

    /// Deletes a part of a draft that was never opened; false when nothing of it is left, or when it waits for its
    /// columns to be matched again.
    /// - Throws: `LeaseLost`.
    package func sweepReading(_ draft: DraftID, _ lease: Lease) throws -> Bool {
        try holdReading(draft, lease)
        if try deleteRows(of: draft) { return true }
        if try awaitMatchingAgain(of: draft) { return false }
        if try sweepFile(of: draft) { return true }
        try run("DELETE FROM drafts WHERE \(draft.itself)")
        return false
    }

    /// A draft whose days are over, or that is finished: then its addresses still have to go.
    package func expiredDraft(at now: Timestamp) throws -> DraftID? {
        try first(
            """
            SELECT account_id, no FROM drafts
            WHERE expires_at <= \(now) AND state IN ('matching', 'open', 'discarded', 'finished')
            ORDER BY expires_at LIMIT 1
            """
        ) { DraftID(account: ID($0.integer(0)), number: Int($0.integer(1))) }
    }

    /// First of all nobody can open it any more; then its rows go, a part at a time.
    /// Answers false when that was the last part.
    package func sweepExpired(_ draft: DraftID, at now: Timestamp) throws -> Bool {
        let closed = try run(
            """
            UPDATE drafts SET state = 'discarded', rev = rev + 1
            WHERE \(draft.itself) AND state IN ('matching', 'open', 'discarded') AND expires_at <= \(now)
            """)
        guard closed == 1 else { return try sweepFinished(draft) }
        let created = try first("SELECT created FROM drafts WHERE \(draft.itself)") {
            $0.integer(0)
        }
        if created == 0 {
            let here = try hereInSlice(of: draft)
            try countDeleted(here, in: draft)
            if try deleteRows(of: draft) { return true }
        } else if try deleteHere(of: draft) {
            return true
        }
        if try deleteAddresses(of: draft) { return true }
        if try sweepFile(of: draft) { return true }
        try endMatching(of: draft)
        try run("UPDATE drafts SET expires_at = NULL WHERE \(draft.itself)")
        return false
    }

    private func sweepFinished(_ draft: DraftID) throws -> Bool {
        let isFinished = try first(
            "SELECT 1 FROM drafts WHERE \(draft.itself) AND state = 'finished'"
        ) { _ in true }
        guard isFinished == true else { return false }
        if try deleteAddresses(of: draft) { return true }
        if try sweepFile(of: draft) { return true }
        try run("UPDATE drafts SET expires_at = NULL WHERE \(draft.itself)")
        return false
    }

    private func hereInSlice(of draft: DraftID) throws -> Int {
        guard let start = try firstPosition(of: draft) else { return 0 }
        return try first(
            """
            SELECT count(*) FROM draft_rows WHERE \(draft.its) AND position >= \(start)
                AND position < \(start + sweptAtOnce) AND state = 'here'
            """
        ) { Int($0.integer(0)) } ?? 0
    }

    private func firstPosition(of draft: DraftID) throws -> Int? {
        try first(
            "SELECT position FROM draft_rows WHERE \(draft.its) ORDER BY position LIMIT 1"
        ) { Int($0.integer(0)) }
    }

    /// Deletes the first rows that are left, and with the last of them everything else.
    private func deleteRows(of draft: DraftID) throws -> Bool {
        guard let start = try firstPosition(of: draft) else {
            if try deleteAddresses(of: draft) { return true }
            for table in ["draft_blocks", "draft_views", "draft_steps"] {
                try run("DELETE FROM \(SQL(stringLiteral: table)) WHERE \(draft.its)")
            }
            return false
        }
        let end = start + sweptAtOnce
        try run("DELETE FROM draft_rows WHERE \(draft.its) AND position < \(end)")
        try run(
            """
            DELETE FROM draft_blocks WHERE \(draft.its)
                AND block <= \((end - 1) / DraftBlock.size)
            """)
        return true
    }

    /// Deletes the lowest addresses that are left; false when those were the last.
    private func deleteAddresses(of draft: DraftID) throws -> Bool {
        let end = try first(
            """
            SELECT hash, position FROM draft_addresses WHERE \(draft.its)
            ORDER BY hash, position LIMIT 1 OFFSET \(sweptAtOnce)
            """
        ) { (hash: $0.integer(0), position: $0.integer(1)) }
        guard let end else {
            try run("DELETE FROM draft_addresses WHERE \(draft.its)")
            return false
        }
        try run(
            """
            DELETE FROM draft_addresses
            WHERE \(draft.its) AND (hash, position) <= (\(end.hash), \(end.position))
            """)
        return true
    }

    /// Rows that are still here when an import ends are deleted ones of its receipt.
    private func deleteHere(of draft: DraftID) throws -> Bool {
        let block = try first(
            "SELECT block FROM draft_blocks WHERE \(draft.its) AND here > 0 ORDER BY block LIMIT 1"
        ) { Int($0.integer(0)) }
        guard let block else { return false }
        let positions = block * DraftBlock.size..<block * DraftBlock.size + sweptAtOnce
        let deleted = try run(
            """
            UPDATE draft_rows SET state = 'deleted' WHERE \(draft.its)
                AND position >= \(positions.lowerBound) AND position < \(positions.upperBound)
                AND state = 'here'
            """)
        try recount(block...(positions.upperBound - 1) / DraftBlock.size, of: draft)
        try countDeleted(deleted, in: draft)
        return true
    }
}
