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
        var findings = ListFindings(taken: taken)
        try read(part: 0..<0.5) { row, _ in
            _ = findings.add(row)
            return true
        }
        try read(part: 0.5..<1) { row, order in
            try body(findings.checked(row, order: order))
            return true
        }
        return findings.tally
    }

    /// Counts the issues, and keeps the first faulty rows.
    /// - Throws: `Refusal` if the file can't be read.
    package func summary(keeping limit: Int) throws -> CheckSummary {
        var findings = ListFindings(taken: taken)
        var first = FirstRows(limit: limit)
        try read(part: 0..<1) { row, order in
            if let late = findings.add(row) { first.add(late: late) }
            if findings.isFaulty(row, order: order) { first.add(row, order: order) }
            return true
        }
        // They seemed clean when they were read.
        let missing = first.missing
        if let last = missing.last {
            try read(part: 1..<1) { row, order in
                if missing.contains(order) { first.add(row, order: order) }
                return order < last
            }
        }
        return CheckSummary(
            tally: findings.tally,
            problems: first.rows.map { findings.checked($0.row, order: $0.order) })
    }

    /// Reads the file until `body` answers false.
    private func read(
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
