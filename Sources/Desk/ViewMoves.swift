import Store

/// Rows that came into the stored lists of a draft or left them. Nothing else moves in a list.
struct ViewMoves {
    let deleted: Set<Int>
    /// Deleted rows that came back, to the place in the file's order.
    let came: Set<Int>
    /// New rows, at the end of each list.
    let added: [Int]

    func apply(to draft: DraftID, in tx: any Transaction) throws {
        guard !deleted.isEmpty || !came.isEmpty || !added.isEmpty else { return }
        for (view, packed) in try tx.views(of: draft) {
            let before = packed.all
            let after = moved(before)
            if after != before { try tx.setView(view, of: draft, PackedPositions(after)) }
        }
    }

    private func moved(_ before: [Int]) -> [Int] {
        var list = before.filter { !deleted.contains($0) }
        for position in came.sorted() where !list.contains(position) {
            let place = list.firstIndex { $0 > position } ?? list.count
            list.insert(position, at: place)
        }
        return list + added.filter { !deleted.contains($0) }
    }
}
