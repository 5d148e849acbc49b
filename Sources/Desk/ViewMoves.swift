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

    /// One pass: each row that came back stands before the first one that follows it in the file.
    func moved(_ before: [Int]) -> [Int] {
        var coming = came.subtracting(came.isEmpty ? [] : before).sorted()[...]
        var after: [Int] = []
        after.reserveCapacity(before.count + coming.count + added.count)
        for position in before where !deleted.contains(position) {
            while let next = coming.first, next < position { after.append(coming.removeFirst()) }
            after.append(position)
        }
        return after + coming + added.filter { !deleted.contains($0) }
    }
}
