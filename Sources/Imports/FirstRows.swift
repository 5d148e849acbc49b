/// The first faulty rows of a file, among them those that turn out to be faulty later.
struct FirstRows {
    private let limit: Int
    /// In order; at most `limit`.
    private(set) var rows: [(order: Int, row: JudgedRow)] = []
    /// The lowest orders of rows that turned out to be faulty later; at most `limit`, ascending.
    private var late: [Int] = []

    init(limit: Int) {
        self.limit = limit
    }

    mutating func add(_ row: @autoclosure () -> JudgedRow, order: Int) {
        guard rows.count < limit || order < rows.last?.order ?? 0 else { return }
        let place = rows.firstIndex { $0.order > order } ?? rows.count
        rows.insert((order, row()), at: place)
        if rows.count > limit { rows.removeLast() }
    }

    mutating func add(late order: Int) {
        guard late.count < limit || order < late.last ?? 0 else { return }
        late.insert(order, at: late.firstIndex { $0 > order } ?? late.count)
        if late.count > limit { late.removeLast() }
    }

    /// The orders of rows that belong here and were not kept.
    var missing: [Int] {
        let kept = Set(rows.map(\.order))
        let all = kept.union(late).sorted().prefix(limit)
        return all.filter { !kept.contains($0) }
    }
}
