import Directory
import Imports
import Store

/// Which rows a view shall hold, and in which order: the rows of one address side by side when it
/// is about repeated ones, otherwise as in the file.
struct RowList: Sendable {
    let draft: DraftID
    private let filter: RowFilter
    let search: FoldedText

    init(_ draft: DraftID, _ filter: RowFilter, search: String) {
        self.draft = draft
        self.filter = filter
        self.search = FoldedText(of: search)
    }

    var isEverything: Bool { filter == .all && search.value.isEmpty }

    var filterWord: String {
        switch filter {
        case .all: "all"
        case .faulty: "faulty"
        case .clean: "clean"
        case .kind(let issues):
            Issues.kinds.first { $0.issue == issues }?.code ?? "\(issues.rawValue)"
        }
    }

    func positions(in tx: any Transaction) throws -> PackedPositions {
        if search.value.isEmpty, filter != .kind(.emailRepeated) {
            return try tx.positions(of: draft, condition)
        }
        var found: [(position: Int, key: String)] = []
        try tx.eachRow(of: draft, condition) { row in
            if matches(row.row) { found.append((row.position, row.emailKey ?? "")) }
        }
        return PackedPositions(filter == .kind(.emailRepeated) ? paired(found) : found.map(\.0))
    }

    /// Literal text: the index of faulty rows is found by it.
    private var condition: SQL {
        switch filter {
        case .all: "issues >= 0"
        case .faulty: "issues <> 0"
        case .clean: "issues = 0"
        case .kind(let issues): "issues <> 0 AND issues & \(issues.rawValue) <> 0"
        }
    }

    private func matches(_ row: Row) -> Bool {
        guard !search.value.isEmpty else { return true }
        let names = [row.name, row.firstName + " " + row.lastName, row.email]
        return names.contains { FoldedText(of: $0).value.contains(search.value) }
    }

    private func paired(_ found: [(position: Int, key: String)]) -> [Int] {
        var groups: [String: [Int]] = [:]
        var order: [String] = []
        for (position, key) in found {
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(position)
        }
        return order.flatMap { groups[$0] ?? [] }
    }
}
