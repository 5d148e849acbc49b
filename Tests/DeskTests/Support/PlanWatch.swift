import Foundation
import Synchronization
import TestDatabases
import Testing

/// Looks at the plan of every statement that any suite runs, the first time it is run.
///
/// Plans must not depend on what is stored, and nothing may read a whole table by accident. Each
/// statement and its plan stand in Samples/plans.txt, those of PostgreSQL in plans-postgres.txt. A
/// new or changed one fails until somebody has looked at its plan and added it:
/// `ROLLBOOK_NOTE_PLANS=1` writes what is missing at the end of the file.
final class PlanWatch: Sendable {
    static let shared = PlanWatch()

    private let known: [String: [String]]
    private let seen = Mutex<Set<String>>([])

    private init() {
        known = (try? Self.entries(of: TestDatabase.kind)) ?? [:]
    }

    func look(_ text: String, _ plan: () throws -> [String]) {
        let statement = Self.onOneLine(text)
        guard Self.isQuery(statement), seen.withLock({ $0.insert(statement).inserted }) else {
            return
        }
        let steps = (try? plan()) ?? ["no plan"]
        if let expected = known[statement] {
            if steps != expected { Issue.record("The plan of \(statement) is now \(steps)") }
        } else if ProcessInfo.processInfo.environment["ROLLBOOK_NOTE_PLANS"] == "1" {
            note(statement, steps)
        } else {
            let file = Self.name(for: TestDatabase.kind)
            Issue.record("Samples/\(file) doesn't know \(statement) with the plan \(steps)")
        }
    }

    private static func name(for kind: TestDatabase.Kind) -> String {
        kind == .sqlite ? "plans.txt" : "plans-postgres.txt"
    }

    private static func path(for kind: TestDatabase.Kind) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Samples/" + name(for: kind)).path
    }

    /// By statement: its plan's steps, which stand below it, indented.
    static func entries(of kind: TestDatabase.Kind) throws -> [String: [String]] {
        let text = try String(contentsOfFile: path(for: kind), encoding: .utf8)
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
            guard let file = fopen(Self.path(for: TestDatabase.kind), "a") else { return }
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
