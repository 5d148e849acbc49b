package import Sheets

/// Judges the rows of a spreadsheet by every rule and keeps none of them.
///
/// Whether a row's address comes again is known only at the end, so a file is read twice where that matters.
package struct SheetCheck {
    private let source: Source
    private let limits: Limits
    private let taken: Set<AddressMark>
    private let progress: (Double) -> Void

    /// Rows between two reports of progress.
    private static let step = 1_024

    /// - Parameters:
    ///   - taken: The addresses of the account's users; empty without an account.
    ///   - progress: Is told from time to time how much is done, from 0 to 1.
    package init(
        of source: Source, limits: Limits, taken: Set<AddressMark> = [],
        progress: @escaping (Double) -> Void = { _ in }
    ) {
        self.source = source
        self.limits = limits
        self.taken = taken
        self.progress = progress
    }

    /// Calls `body` with every row in the file's order.
    /// - Throws: `Refusal` if the file can't be read, and what `body` throws.
    package func eachRow(_ body: (CheckedRow) throws -> Void) throws -> CheckTally {
        let findings = try findings()
        var tally = CheckTally()
        var addresses = 0
        try eachRow(part: 0.5..<1) { row, _ in
            let hasAddress = row.judgement.emailKey != nil
            let checked = findings.checked(row, order: hasAddress ? addresses : nil)
            if hasAddress { addresses += 1 }
            tally.count(checked.issues)
            try body(checked)
            return true
        }
        return tally
    }

    /// Counts the issues, and keeps the first faulty rows.
    /// - Throws: `Refusal` if the file can't be read.
    package func summary(keeping limit: Int) throws -> CheckSummary {
        var findings = ListFindings(taken: taken)
        var tally = CheckTally()
        var first = FirstRows(limit: limit)
        try eachRow(part: 0..<1) { row, order in
            var issues = row.judgement.issues
            if let key = row.judgement.emailKey {
                let known = findings.add(key, order: order, number: row.number, issues: issues)
                issues = known.issues
                if let late = known.late {
                    tally.add(.emailRepeated, toClean: late.isClean)
                    first.add(late: Int(late.order))
                }
            }
            tally.count(issues)
            if !issues.isEmpty { first.add(row, order: order) }
            return true
        }
        try addMissing(to: &first)
        return CheckSummary(
            tally: tally, problems: first.rows.map { findings.checked($0.row, order: $0.order) })
    }

    /// What the list rules say, by the order of the addresses.
    private func findings() throws -> ListFindings {
        var findings = ListFindings(taken: taken)
        var reader = try RowReader(opening: source, limits: limits)
        var order = 0
        while let (number, key) = try reader.nextAddress() {
            _ = findings.add(key, order: order, number: number)
            order += 1
            if order % Self.step == 0 { progress(reader.fractionRead / 2) }
        }
        return findings
    }

    /// Reads the rows again that seemed clean when they were read.
    private func addMissing(to first: inout FirstRows) throws {
        let missing = first.missing
        guard let last = missing.last else { return }
        try eachRow(part: 1..<1) { row, order in
            if missing.contains(order) { first.add(row, order: order) }
            return order < last
        }
    }

    /// Reads the file until `body` answers false.
    private func eachRow(
        part: Range<Double>, _ body: (JudgedRow, _ order: Int) throws -> Bool
    ) throws {
        var reader = try RowReader(opening: source, limits: limits)
        var order = 0
        while let row = try reader.next(), try body(row, order) {
            order += 1
            if order % Self.step == 0 {
                progress(
                    part.lowerBound + reader.fractionRead * (part.upperBound - part.lowerBound))
            }
        }
    }
}

/// What a check says of a spreadsheet as a whole.
package struct CheckSummary: Sendable, Equatable {
    package let tally: CheckTally
    /// The first faulty rows, in the file's order.
    package let problems: [CheckedRow]
}
