import Foundation
import Testing

struct PlanTests {
    /// Reading all of these is what is wanted: the steps of the schema, which are few, and the
    /// operator's list of all accounts.
    private static let mayScan = ["SCAN migrations", "SCAN a USING INDEX accounts_by_key"]

    @Test func noStatementReadsAWholeTable() throws {
        let text = try String(contentsOfFile: PlanWatch.path, encoding: .utf8)

        for (statement, plan) in try PlanWatch.entries(in: text) {
            for step in plan where step.hasPrefix("SCAN") {
                let isAllowed = Self.mayScan.contains(step) || step == "SCAN CONSTANT ROW"
                #expect(isAllowed, "\(step) in: \(statement)")
            }
        }
    }

    @Test func theFixedStatisticsAreUsed() throws {
        let text = try String(contentsOfFile: PlanWatch.path, encoding: .utf8)
        let steps = try PlanWatch.entries(in: text).values.joined()

        for index in ["draft_rows_faulty", "drafts_at_work", "drafts_by_end", "users_by_key"] {
            #expect(steps.contains { $0.contains(index) }, "nobody uses \(index)")
        }
    }
}
