package import Imports

/// A draft's rows are counted in blocks of 1,024: sums over them are the counts of the draft, and
/// the way to its k-th row.
package enum DraftBlock {
    package static let size = 1_024

    static func positions(of block: Int) -> Range<Int> {
        block * size..<(block + 1) * size
    }
}

/// What changed in the counts of some blocks.
package struct BlockTally: Sendable {
    private(set) var blocks: [Int: Counts] = [:]

    package init() {}

    /// A row that is here came with these marks (times 1) or left with them (times -1).
    package mutating func count(_ issues: Issues, _ hints: Hints, at position: Int, times: Int) {
        blocks[position / DraftBlock.size, default: Counts()].count(issues, hints, times: times)
    }

    /// The counts of a draft after the change, if they were so before.
    package func applied(to counts: Counts) -> Counts {
        blocks.values.reduce(into: counts) { $0 += $1 }
    }
}

extension Counts {
    mutating func count(_ issues: Issues, _ hints: Hints, times: Int) {
        here += times
        if hints.contains(.tidied) { tidied += times }
        guard !issues.isEmpty else { return }
        faulty += times
        for (place, kind) in Issues.kinds.enumerated() where issues.contains(kind.issue) {
            ofKind[place] += times
        }
    }

    static func += (sum: inout Counts, other: Counts) {
        sum.here += other.here
        sum.faulty += other.faulty
        sum.tidied += other.tidied
        for place in sum.ofKind.indices { sum.ofKind[place] += other.ofKind[place] }
    }
}

extension Counts {
    fileprivate static func read(_ row: any Columns) -> Counts {
        var counts = Counts()
        counts.here = Int(row.integer(0))
        counts.faulty = Int(row.integer(1))
        counts.tidied = Int(row.integer(2))
        counts.ofKind = (3..<10).map { Int(row.integer($0)) }
        return counts
    }
}

extension Transaction {
    package func counts(of draft: DraftID) throws -> Counts {
        try first(
            """
            SELECT sum(here), sum(faulty), sum(hinted), sum(name_missing), sum(name_too_long),
                sum(email_missing), sum(email_malformed), sum(email_taken), sum(email_repeated),
                sum(role_unknown)
            FROM draft_blocks WHERE \(draft.its)
            """, Counts.read) ?? Counts()
    }

    /// Adds to the counts of the blocks that a change touched.
    package func add(_ tally: BlockTally, to draft: DraftID) throws {
        for (block, change) in tally.blocks.sorted(by: { $0.key < $1.key })
        where change != Counts() {
            let kinds = change.ofKind
            try run(
                """
                INSERT INTO draft_blocks (account_id, draft_no, block, here, faulty, hinted,
                    name_missing, name_too_long, email_missing, email_malformed, email_taken,
                    email_repeated, role_unknown)
                VALUES (\(draft.account), \(draft.number), \(block), \(change.here),
                    \(change.faulty), \(change.tidied), \(kinds[0]), \(kinds[1]), \(kinds[2]),
                    \(kinds[3]), \(kinds[4]), \(kinds[5]), \(kinds[6]))
                ON CONFLICT (account_id, draft_no, block) DO UPDATE SET
                    here = draft_blocks.here + excluded.here,
                    faulty = draft_blocks.faulty + excluded.faulty,
                    hinted = draft_blocks.hinted + excluded.hinted,
                    name_missing = draft_blocks.name_missing + excluded.name_missing,
                    name_too_long = draft_blocks.name_too_long + excluded.name_too_long,
                    email_missing = draft_blocks.email_missing + excluded.email_missing,
                    email_malformed = draft_blocks.email_malformed + excluded.email_malformed,
                    email_taken = draft_blocks.email_taken + excluded.email_taken,
                    email_repeated = draft_blocks.email_repeated + excluded.email_repeated,
                    role_unknown = draft_blocks.role_unknown + excluded.role_unknown
                """)
        }
    }

    /// Counts the rows of these blocks anew.
    package func recount(_ blocks: ClosedRange<Int>, of draft: DraftID) throws {
        var tally = BlockTally()
        try each(
            """
            SELECT position, issues, hints FROM draft_rows
            WHERE \(draft.its) AND position >= \(blocks.lowerBound * DraftBlock.size)
                AND position < \((blocks.upperBound + 1) * DraftBlock.size) AND state = 'here'
            """
        ) { row in
            tally.count(
                Issues(rawValue: Int(row.integer(1))), Hints(rawValue: Int(row.integer(2))),
                at: Int(row.integer(0)), times: 1)
        }
        try run(
            """
            DELETE FROM draft_blocks WHERE \(draft.its)
                AND block BETWEEN \(blocks.lowerBound) AND \(blocks.upperBound)
            """)
        try add(tally, to: draft)
    }
}
