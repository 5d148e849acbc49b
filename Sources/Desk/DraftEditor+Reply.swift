import Directory
import Imports
import Store

/// Rows whose places are counted one by one.
private let placesCounted = 8

extension DraftEditor {
    /// Rows came or left.
    var moves: Bool { !deleted.isEmpty || !restored.isEmpty || !added.isEmpty }

    /// What an edit in place changed, without looking at the draft and at its rows again. Nil unless
    /// every row stands where it stood and the rows that were written are all that look otherwise.
    func reply(
        to edit: Edit, _ before: StoredDraft, until end: Timestamp?
    ) throws -> EditReply? {
        guard !moves, !movesTwins, let window = try places(in: edit, before) else { return nil }
        let after = before.draft.edited(
            revision, tally.applied(to: before.draft.counts),
            expiresAt: end ?? before.draft.expiresAt)
        let rows = try tx.shown(window.rows, in: draft)
        return EditReply(
            window: RowWindow(draft: after, count: window.count, rows: rows), moved: false,
            added: [])
    }

    /// The written rows that stand in the windows of the edit; nil if places have to be counted.
    private func places(in edit: Edit, _ before: StoredDraft) throws -> StoredWindow? {
        guard edit.view == 0 else { return try places(inView: edit.view, edit.ranges) }
        let here = before.draft.counts.here
        // Where every row is here, places are positions.
        let isWhole = here == before.length
        guard isWhole || written.count <= placesCounted else { return nil }
        let rows = try written.map { row in
            let offset = isWhole ? row.position : try tx.offsetHere(of: row.position, in: draft)
            return (offset: offset, row: row)
        }
        let inside = edit.ranges.flatMap { range in rows.filter { range.contains($0.offset) } }
        return StoredWindow(count: here, rows: inside)
    }

    private func places(inView view: Int, _ ranges: [Range<Int>]) throws -> StoredWindow {
        var window = StoredWindow(count: 0, rows: [])
        for range in ranges.isEmpty ? [0..<0] : ranges {
            guard let part = try tx.positions(ofView: view, in: draft, range) else {
                throw Refusal.noSuchView
            }
            let written = Dictionary(uniqueKeysWithValues: written.map { ($0.position, $0) })
            let rows = zip(range, part.positions).compactMap { offset, position in
                written[position].map { (offset: offset, row: $0) }
            }
            window = StoredWindow(count: part.count, rows: window.rows + rows)
        }
        return window
    }
}

extension Draft {
    /// As it is after an edit that let every row stay.
    fileprivate func edited(
        _ revision: Int, _ counts: Counts, expiresAt: Timestamp?
    ) -> Draft {
        Draft(
            number: number, state: state, startedBy: startedBy, fileName: fileName,
            fileBytes: fileBytes, sheet: sheet, sheetPlace: sheetPlace, otherColumns: otherColumns,
            revision: revision, undo: revision, redo: nil,
            ledger: ledger, counts: counts, createdAt: createdAt, expiresAt: expiresAt)
    }
}
