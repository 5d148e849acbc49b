import Directory
package import Imports
import Store

/// Which rows a view holds.
package enum RowFilter: Sendable, Equatable {
    case all
    case faulty
    case clean
    case kind(Issues)
}

/// A stored list: its number in the draft, and how many rows it holds now.
package struct DraftView: Sendable {
    package let view: Int
    package let count: Int

    package init(view: Int, count: Int) {
        self.view = view
        self.count = count
    }
}

/// Some rows of a view with the place of each in it, and the draft as it was at that moment.
package struct RowWindow: Sendable {
    package let draft: Draft
    /// Rows in the view.
    package let count: Int
    package let rows: [(offset: Int, row: DraftRow)]

    package init(draft: Draft, count: Int, rows: [(offset: Int, row: DraftRow)]) {
        self.draft = draft
        self.count = count
        self.rows = rows
    }
}

extension AccountDesk {
    /// Rows that one answer brings at most.
    package static let longestWindow = 512
    /// No draft is longer: positions are stored in four bytes.
    package static let farthestRow = Int(Int32.max)

    /// Stores a list of rows that doesn't move: view 0 is always "all" and is not stored.
    /// - Throws: `Refusal` with `notFound`.
    package func makeView(of number: Int, _ filter: RowFilter, search: String) async throws
        -> DraftView
    {
        _ = try await freshDraft(number)
        let list = RowList(id(of: number), filter, search: search)
        if list.isEverything {
            let draft = try await draft(number)
            return DraftView(view: 0, count: draft.counts.here)
        }
        return try await office.searches.withPlace {
            try await office.searches.turn { try await store(list) }
        }
    }

    private func store(_ list: RowList) async throws -> DraftView {
        let found = try await read { tx in
            let revision = try Self.require(list.draft, in: tx).draft.revision
            return (revision: revision, positions: try list.positions(in: tx))
        }
        return try await write { tx in
            // What was found without holding others up may have changed in between.
            let revision = try Self.require(list.draft, in: tx).draft.revision
            let isFresh = revision == found.revision
            let positions = isFresh ? found.positions : try list.positions(in: tx)
            let view = try tx.addView(
                of: list.draft, filter: list.filterWord, search: list.search.value, positions)
            return DraftView(view: view, count: positions.count)
        }
    }

    /// One window of a view, by offset in it; at most 512 rows.
    /// - Throws: `Refusal` with `notFound`, `wrongValue`.
    package func rows(of number: Int, view: Int, offset: Int, limit: Int) async throws -> RowWindow
    {
        guard (0...Self.farthestRow).contains(offset), (1...Self.longestWindow).contains(limit)
        else {
            throw Refusal.longWindow
        }
        return try await readSettled(number) { tx, id, stored in
            try tx.window(of: id, stored.draft, view: view, [offset..<offset + limit])
        }
    }

    /// What changed after a revision within these windows of a view; every row of them when rows
    /// came or left.
    /// - Throws: `Refusal` with `notFound`, `wrongValue`.
    package func changes(
        of number: Int, since revision: Int, view: Int, ranges: [Range<Int>]
    ) async throws -> RowWindow {
        try Self.requireShort(ranges)
        return try await readSettled(number) { tx, id, stored in
            // Rows that were added to the account left the list, whenever that was.
            let hasMoved =
                try stored.draft.ledger.created > 0 || tx.hasMoved(id, since: revision)
            return try tx.window(
                of: id, stored.draft, view: view, ranges,
                changedSince: hasMoved ? nil : revision)
        }
    }

    static func requireShort(_ ranges: [Range<Int>]) throws {
        let asked = ranges.reduce(0) { $0 + $1.count }
        guard asked <= longestWindow,
            ranges.allSatisfy({ $0.lowerBound >= 0 && $0.upperBound <= farthestRow })
        else {
            throw Refusal.longWindow
        }
    }
}

extension Transaction {
    /// The rows of these windows of a view, or only those that may look otherwise than at a revision.
    func window(
        of id: DraftID, _ draft: Draft, view: Int, _ ranges: [Range<Int>],
        changedSince revision: Int? = nil
    ) throws -> RowWindow {
        var rows: [(offset: Int, row: DraftRow)] = []
        var count = 0
        for range in ranges.isEmpty ? [0..<0] : ranges {
            let window = try stored(
                of: id, draft, view: view, range, changedSince: revision)
            count = window.count
            rows += try shown(window.rows, in: id)
        }
        return RowWindow(draft: draft, count: count, rows: rows)
    }

    /// Rows as people see them: one whose address is repeated names another that has it.
    func shown(
        _ rows: [(offset: Int, row: StoredRow)], in id: DraftID
    ) throws -> [(offset: Int, row: DraftRow)] {
        var hash: AddressHash?
        return try rows.map { offset, row in
            guard row.issues.contains(.emailRepeated), row.state == .here else {
                return (offset: offset, row: row.shown(twin: nil))
            }
            let known = try hash ?? addressHash()
            hash = known
            return (offset: offset, row: row.shown(twin: try twin(of: row, in: id, known)))
        }
    }

    private func stored(
        of id: DraftID, _ draft: Draft, view: Int, _ range: Range<Int>, changedSince revision: Int?
    ) throws -> StoredWindow {
        guard view == 0 else {
            guard let window = try rows(of: id, view: view, in: range, changedSince: revision)
            else {
                throw Refusal.noSuchView
            }
            return window
        }
        if draft.state == .discarded { return StoredWindow(count: 0, rows: []) }
        return try rowsHere(of: id, in: range, changedSince: revision)
    }
}
