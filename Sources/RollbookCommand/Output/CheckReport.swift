import Directory
import Imports
import Pages

/// A check as people read it, in 80 columns: the counts by kind of issue, then the first rows with an issue.
struct CheckReport {
    let tally: CheckTally

    private static let columns = 80
    /// Rows that are shown.
    private static let mostRows = 20
    /// Columns that what to do takes at most.
    private static let mostWords = 32

    /// - Parameter beforePrinting: Called when everything is known.
    init(of file: String, _ check: SheetCheck, beforePrinting: () -> Void) throws {
        let summary = try check.summary(keeping: Self.mostRows)
        tally = summary.tally
        beforePrinting()
        var lines = [Self.headline(file, tally)]
        if tally.faulty > 0 {
            lines += ["", Self.kinds(of: tally), ""] + Self.problems(summary)
        }
        try OpenFile.standardOutput.write(lines.joined(separator: "\n") + "\n")
    }

    private static func headline(_ file: String, _ tally: CheckTally) -> String {
        let name = PrintedText(file).cut(to: 40).value
        let rows = tally.rows.counted("row")
        return tally.faulty == 0
            ? "\(name): \(rows), no errors."
            : "\(name): \(rows), \(tally.faulty.grouped) with errors, \(tally.clean.grouped) without."
    }

    private static func kinds(of tally: CheckTally) -> String {
        let counts = zip(Issues.kinds, tally.ofKind).filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }
        let width = counts.map { $0.1.grouped.count }.max() ?? 0
        return counts.map { kind, count in
            "  \(PrintedText(count.grouped).indented(to: width))  \(Issues.title(ofKind: kind.code))"
        }.joined(separator: "\n")
    }

    private static func problems(_ summary: CheckSummary) -> [String] {
        let rest = summary.tally.faulty - summary.problems.count
        let more =
            rest == 0
            ? [] : ["", "\(rest.counted("more row")) with errors: --format json has all."]
        return table(summary.problems) + more
    }

    private static func table(_ rows: [CheckedRow]) -> [String] {
        let numbers = max(3, rows.map { "\($0.number)".count }.max() ?? 0)
        let words = rows.flatMap(\.words).map { PrintedText($0.status).width }.max() ?? 0
        let first = min(max(words, 10), mostWords)
        let last = columns - numbers - first - 4
        var lines = [
            PrintedText("ROW").indented(to: numbers) + "  "
                + PrintedText("WHAT TO DO").padded(to: first) + "  WHERE"
        ]
        for row in rows {
            for (place, issue) in row.words.enumerated() {
                let number = PrintedText(place == 0 ? "\(row.number)" : "").indented(to: numbers)
                let status = PrintedText(issue.status).cut(to: first).padded(to: first)
                let site = PrintedText(row.site).cut(to: last).value
                lines.append("\(number)  \(status)  \(site)")
                lines += issue.repairs.map { repair in
                    String(repeating: " ", count: numbers + first + 2) + "→ "
                        + PrintedText(repair).cut(to: last).value
                }
            }
        }
        return lines.map { String($0.trimmedAtEnd) }
    }
}

extension CheckedRow {
    /// What a person finds the row by.
    fileprivate var site: String {
        if !row.email.isEmpty { return row.email }
        return User.displayName(firstName: row.firstName, lastName: row.lastName, name: row.name)
    }
}

extension IssueWords {
    /// What the field may have been meant to say.
    fileprivate var repairs: [String] {
        fixes.compactMap { fix in
            if case .change(let text) = fix { text } else { nil }
        }
    }
}
