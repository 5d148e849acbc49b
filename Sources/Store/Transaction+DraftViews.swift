import Imports

/// The positions of a view's rows, four bytes each, the lowest byte first.
package struct PackedPositions: Sendable, Equatable {
    package private(set) var bytes: [UInt8] = []

    /// More bytes than a place of four can name are beyond what a database stores in one value.
    static let most = Int(Int32.max) / 4

    package init() {}

    package init(_ positions: some Sequence<Int>) {
        for position in positions { append(position) }
    }

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    package mutating func append(_ position: Int) {
        withUnsafeBytes(of: UInt32(truncatingIfNeeded: position).littleEndian) {
            bytes.append(contentsOf: $0)
        }
    }

    package var count: Int { bytes.count / 4 }

    package var all: [Int] {
        bytes.withUnsafeBytes { bytes in
            (0..<bytes.count / 4).map { place in
                let number = bytes.loadUnaligned(fromByteOffset: place * 4, as: UInt32.self)
                return Int(UInt32(littleEndian: number))
            }
        }
    }
}

extension Transaction {
    /// Calls `body` with each row that a filter lets through, in the order of the file.
    package func eachRow(
        of draft: DraftID, _ filter: SQL, _ body: (StoredRow) -> Void
    ) throws {
        try each(
            """
            SELECT \(StoredRow.columns) FROM draft_rows
            WHERE \(draft.its) AND state = 'here' AND \(filter) ORDER BY position
            """
        ) { body(StoredRow.read($0)) }
    }

    package func positions(of draft: DraftID, _ filter: SQL) throws -> PackedPositions {
        var positions = PackedPositions()
        try each(
            """
            SELECT position FROM draft_rows
            WHERE \(draft.its) AND state = 'here' AND \(filter) ORDER BY position
            """
        ) { positions.append(Int($0.integer(0))) }
        return positions
    }

    /// Stores a list that doesn't move; answers its number. Of older lists, the last few stay.
    package func addView(
        of draft: DraftID, filter: String, search: String, _ positions: PackedPositions
    ) throws -> Int {
        let last = try first(
            """
            SELECT "view" FROM draft_views WHERE \(draft.its) ORDER BY "view" DESC LIMIT 1
            """
        ) { Int($0.integer(0)) }
        let number = (last ?? 0) + 1
        try run("DELETE FROM draft_views WHERE \(draft.its) AND \"view\" <= \(number - 16)")
        try run(
            """
            INSERT INTO draft_views (account_id, draft_no, "view", filter, search, positions)
            VALUES (\(draft.account), \(draft.number), \(number), \(filter), \(search),
                \(positions.bytes))
            """)
        return number
    }

    /// The rows at these offsets of a stored list, or of them only those that may look otherwise
    /// than at a revision; nil when there is no such list any more.
    package func rows(
        of draft: DraftID, view: Int, in window: Range<Int>, changedSince revision: Int? = nil
    ) throws -> StoredWindow? {
        let window = window.clamped(to: 0..<PackedPositions.most)
        guard let part = try positions(ofView: view, in: draft, window) else { return nil }
        let rows = try zip(window, rows(at: part.positions, of: draft))
            .filter { revision.map($0.1.mayDiffer) ?? true }
        return StoredWindow(count: part.count, rows: rows)
    }

    /// The positions at these offsets of a stored list, and how long it is.
    package func positions(
        ofView view: Int, in draft: DraftID, _ window: Range<Int>
    ) throws -> (positions: [Int], count: Int)? {
        let window = window.clamped(to: 0..<PackedPositions.most)
        return try first(
            """
            SELECT substr(positions, \(window.lowerBound * 4 + 1), \(window.count * 4)),
                length(positions) FROM draft_views WHERE \(draft.its) AND "view" = \(view)
            """
        ) { (PackedPositions(bytes: $0.bytes(0)).all, Int($0.integer(1)) / 4) }
    }

    package func views(of draft: DraftID) throws -> [(view: Int, positions: PackedPositions)] {
        try all("SELECT \"view\", positions FROM draft_views WHERE \(draft.its)") {
            (view: Int($0.integer(0)), positions: PackedPositions(bytes: $0.bytes(1)))
        }
    }

    package func positions(ofView view: Int, in draft: DraftID) throws -> PackedPositions? {
        try first(
            "SELECT positions FROM draft_views WHERE \(draft.its) AND \"view\" = \(view)"
        ) { PackedPositions(bytes: $0.bytes(0)) }
    }

    package func setView(_ view: Int, of draft: DraftID, _ positions: PackedPositions) throws {
        try run(
            """
            UPDATE draft_views SET positions = \(positions.bytes)
            WHERE \(draft.its) AND "view" = \(view)
            """)
    }
}
