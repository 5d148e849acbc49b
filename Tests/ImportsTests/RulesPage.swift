import Foundation
import Testing

/// The tables of docs/rules.md.
struct RulesPage {
    private let lines: [Substring]

    init() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let file = root.appending(path: "docs/rules.md")
        lines = try String(contentsOf: file, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The cells of the lines below a table's head, which is named by the titles of its first columns.
    func table(_ titles: String...) throws -> [[String]] {
        let head = "| " + titles.joined(separator: " | ") + " |"
        let start = try #require(lines.firstIndex { $0.hasPrefix(head) })
        let rows = lines[(start + 2)...].prefix { $0.hasPrefix("|") }.map(cells)
        try #require(!rows.isEmpty)
        return rows
    }

    /// Each thing between back-quotes, with `\u….` and the like as the characters they stand for.
    static func quoted(_ cell: String) throws -> [String] {
        try cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { try unescaped(String($0.element)) }
    }

    private static func unescaped(_ text: String) throws -> String {
        let json = "\"" + text.replacing("\"", with: "\\\"") + "\""
        return try JSONDecoder().decode(String.self, from: Data(json.utf8))
    }

    private func cells(_ line: Substring) -> [String] {
        line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
            .map { $0.trimmingCharacters(in: .whitespaces) }
    }
}
