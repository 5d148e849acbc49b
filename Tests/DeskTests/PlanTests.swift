import Foundation
import TestDatabases
import Testing

struct PlanTests {
    /// Reading all of these is what is wanted: the steps of the schema, which are few, and the
    /// operator's list of all accounts.
    private static let mayScan = [
        "SCAN migrations", "SCAN a USING INDEX accounts_by_key",
        "Index Scan using accounts_by_key on accounts a",
        // The one row of a draft's sums.
        "SCAN b",
        // The numbers of a selection.
        "SCAN json_each VIRTUAL TABLE INDEX 1:",
        // A table that moves once.
        "SCAN unordered_steps",
    ]

    @Test(arguments: [TestDatabase.Kind.sqlite, .postgres])
    func noStatementReadsAWholeTable(on kind: TestDatabase.Kind) throws {
        for (statement, plan) in try PlanWatch.entries(of: kind) {
            for step in plan where Self.readsEverything(step) {
                #expect(Self.mayScan.contains(step), "\(step) in: \(statement)")
            }
        }
    }

    /// PostgreSQL's plan has what is looked for behind the index, in parentheses.
    private static func readsEverything(_ step: String) -> Bool {
        // What a window function numbers was found before.
        if step.hasPrefix("SCAN (subquery") { return false }
        if step.hasPrefix("SCAN") { return step != "SCAN CONSTANT ROW" }
        let isOfTable = !step.hasPrefix("Function Scan") && !step.hasPrefix("Subquery Scan")
        return step.contains(" Scan") && !step.contains("(") && isOfTable
    }

    @Test(arguments: [TestDatabase.Kind.sqlite, .postgres])
    func theIndexesAreUsed(on kind: TestDatabase.Kind) throws {
        let steps = try PlanWatch.entries(of: kind).values.joined()

        for index in ["draft_rows_faulty", "drafts_at_work", "drafts_by_end", "users_by_key"] {
            #expect(steps.contains { $0.contains(index) }, "nobody uses \(index)")
        }
    }
}
