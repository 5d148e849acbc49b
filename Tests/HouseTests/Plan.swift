import Foundation

/// The table of targets in docs/architecture.md.
struct Plan {
    private(set) var level: [String: Int] = [:]
    /// Without the system's libraries, which import nothing.
    private(set) var mayImport: [String: Set<String>] = [:]

    static func ofTheHouse() throws -> Plan {
        let text = try String(
            contentsOf: SourceTree.root.appending(path: "docs/architecture.md"), encoding: .utf8)
        var plan = Plan()
        for line in text.split(separator: "\n") {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false)
            guard cells.count == 6, let level = Int(cells[1].trimmingCharacters(in: .whitespaces))
            else { continue }
            for target in names(in: cells[2]) {
                plan.level[target] = level
                if level > 0 { plan.mayImport[target] = Set(names(in: cells[4])) }
            }
        }
        return plan
    }

    /// What stands between back-quotes.
    private static func names(in cell: Substring) -> [String] {
        cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
}
