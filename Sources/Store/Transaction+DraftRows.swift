import Imports

/// Some rows of a view, each with its place in it.
package struct StoredWindow: Sendable {
    /// Rows in the view.
    package let count: Int
    package var rows: [(offset: Int, row: StoredRow)]

    package init(count: Int, rows: [(offset: Int, row: StoredRow)]) {
        self.count = count
        self.rows = rows
    }
}

extension Transaction {
    package func row(at position: Int, of draft: DraftID) throws -> StoredRow? {
        try first(
            """
            SELECT \(StoredRow.columns) FROM draft_rows
            WHERE \(draft.its) AND position = \(position)
            """, StoredRow.read)
    }

    /// The rows at these offsets of the list of everything that is here; of them only those that
    /// may look otherwise than at a revision, if one is named. Found by the counts of the blocks: an
    /// OFFSET over the table would read all rows before the window.
    package func rowsHere(
        of draft: DraftID, in window: Range<Int>, changedSince revision: Int? = nil
    ) throws -> StoredWindow {
        let blocks = try all(
            """
            SELECT block, here FROM draft_blocks WHERE \(draft.its) AND here > 0 ORDER BY block
            """
        ) { (number: Int($0.integer(0)), here: Int($0.integer(1))) }
        var rows: [(offset: Int, row: StoredRow)] = []
        var start = 0
        for block in blocks {
            let wanted = window.clamped(to: start..<start + block.here)
            if !wanted.isEmpty {
                let inside = wanted.lowerBound - start..<wanted.upperBound - start
                rows += try rowsHere(
                    of: draft, block.number, isFull: block.here == DraftBlock.size, inside,
                    changedSince: revision
                ).map { (offset: start + $0.offset, row: $0.row) }
            }
            start += block.here
        }
        return StoredWindow(count: start, rows: rows)
    }

    /// Rows of a block by their offsets in it. Where every row is here, offsets are positions.
    private func rowsHere(
        of draft: DraftID, _ block: Int, isFull: Bool, _ offsets: Range<Int>,
        changedSince revision: Int?
    ) throws -> [(offset: Int, row: StoredRow)] {
        let positions = DraftBlock.positions(of: block)
        let first = positions.lowerBound
        guard isFull else {
            let rows = try zip(offsets, rowsHere(of: draft, at: positions, "", offsets))
            return rows.filter { revision.map($0.1.mayDiffer) ?? true }
        }
        let changed = revision.map { " AND \(StoredRow.mayDiffer(since: $0))" as SQL } ?? ""
        let wanted = first + offsets.lowerBound..<first + offsets.upperBound
        return try rowsHere(of: draft, at: wanted, changed, 0..<offsets.count)
            .map { (offset: $0.position - first, row: $0) }
    }

    private func rowsHere(
        of draft: DraftID, at positions: Range<Int>, _ more: SQL, _ offsets: Range<Int>
    ) throws -> [StoredRow] {
        try all(
            """
            SELECT \(StoredRow.columns) FROM draft_rows
            WHERE \(draft.its) AND position >= \(positions.lowerBound)
                AND position < \(positions.upperBound) AND state = 'here'\(more)
            ORDER BY position LIMIT \(offsets.count) OFFSET \(offsets.lowerBound)
            """, StoredRow.read)
    }

    /// The rows at these positions, in their order.
    func rows(at positions: [Int], of draft: DraftID) throws -> [StoredRow] {
        var rows: [Int: StoredRow] = [:]
        for start in stride(from: 0, to: positions.count, by: Self.rowsAtOnce) {
            let part = positions[start..<min(start + Self.rowsAtOnce, positions.count)]
            try each(
                """
                SELECT \(StoredRow.columns) FROM draft_rows
                WHERE \(draft.its) AND position IN (\(SQL.list(part, padded: Self.rowsAtOnce)))
                """
            ) { columns in
                let row = StoredRow.read(columns)
                rows[row.position] = row
            }
        }
        return positions.compactMap { rows[$0] }
    }

    private static var rowsAtOnce: Int { 64 }

    /// Where the row at a position stands in the list of everything that is here.
    package func offsetHere(of position: Int, in draft: DraftID) throws -> Int {
        let block = position / DraftBlock.size
        let before = try first(
            """
            SELECT coalesce(sum(here), 0) FROM draft_blocks
            WHERE \(draft.its) AND block < \(block)
            """
        ) { Int($0.integer(0)) }
        let inside = try first(
            """
            SELECT count(*) FROM draft_rows
            WHERE \(draft.its) AND position >= \(block * DraftBlock.size)
                AND position < \(position) AND state = 'here'
            """
        ) { Int($0.integer(0)) }
        return (before ?? 0) + (inside ?? 0)
    }

    /// The number of the lowest other row that is here with the same address.
    package func twin(of row: StoredRow, in draft: DraftID, _ hash: AddressHash) throws -> Int? {
        guard let key = row.emailKey else { return nil }
        return try first(
            """
            SELECT r.row_no FROM draft_addresses a
            JOIN draft_rows r ON r.account_id = a.account_id AND r.draft_no = a.draft_no
                AND r.position = a.position
            WHERE a.account_id = \(draft.account) AND a.draft_no = \(draft.number)
                AND a.hash = \(hash(key)) AND a.position <> \(row.position)
                AND r.email_key = \(key) AND r.state = 'here'
            ORDER BY a.position LIMIT 1
            """
        ) { Int($0.integer(0)) }
    }
}
