import Foundation
import Synchronization
import TestDatabases
import Testing

/// Looks at the plan of every statement that any suite runs, the first time it is run.
///
/// Plans must not depend on what is stored, and nothing may read a whole table by accident. Each
/// statement and its plan stand in Samples/plans.txt. A new or changed one fails until somebody
/// has looked at its plan and added it: `ROLLBOOK_NOTE_PLANS=1` writes what is missing at the end
/// of the file.
final class PlanWatch: Sendable {
    static let shared = PlanWatch()

    private let known: [String: [String]]
    private let seen = Mutex<Set<String>>([])

    private init() {
        known = (try? Self.entries(in: String(contentsOfFile: Self.path, encoding: .utf8))) ?? [:]
    }

    func look(_ text: String, _ plan: () throws -> [String]) {
        if TestDatabase.kind == .postgres { return }
        let statement = Self.onOneLine(text)
        guard Self.isQuery(statement), seen.withLock({ $0.insert(statement).inserted }) else {
            return
        }
        let steps = (try? plan()) ?? []
        if let expected = known[statement] {
            if steps != expected { Issue.record("The plan of \(statement) is now \(steps)") }
        } else if ProcessInfo.processInfo.environment["ROLLBOOK_NOTE_PLANS"] == "1" {
            note(statement, steps)
        } else {
            Issue.record("Samples/plans.txt doesn't know \(statement) with the plan \(steps)")
        }
    }

    static var path: String {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Samples/plans.txt").path
    }

    /// By statement: its plan's steps, which stand below it, indented.
    static func entries(in text: String) throws -> [String: [String]] {
        var entries: [String: [String]] = [:]
        var statement = ""
        for line in text.split(separator: "\n") {
            if line.hasPrefix("    ") {
                entries[statement]?.append(String(line.dropFirst(4)))
            } else {
                statement = String(line)
                entries[statement] = []
            }
        }
        return entries
    }

    private func note(_ statement: String, _ steps: [String]) {
        seen.withLock { _ in
            guard let file = fopen(Self.path, "a") else { return }
            defer { fclose(file) }
            fputs(([statement] + steps.map { "    " + $0 }).joined(separator: "\n") + "\n", file)
        }
    }

    private static func onOneLine(_ text: String) -> String {
        text.split { $0.isWhitespace }.joined(separator: " ")
    }

    private static func isQuery(_ statement: String) -> Bool {
        ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH"].contains { statement.hasPrefix($0) }
            && !statement.contains("sqlite_stat1")
    }
}
