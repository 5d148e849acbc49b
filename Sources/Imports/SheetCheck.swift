package import Sheets

/// Judges the rows of a spreadsheet by every rule and keeps none of them.
///
/// Whether a row's address comes again is known only at the end, so a file is read twice where that matters.
package struct SheetCheck {
    private let source: Source
    private let sheet: String?
    private let mapping: ColumnMapping?
    private let limits: Limits
    private let taken: Set<AddressMark>
    private let progress: (Double) -> Void

    /// Rows that are read at once.
    private static let step = 1_024

    /// - Parameters:
    ///   - sheet: The name of the one to judge; nil: the first visible one with the headings.
    ///   - mapping: Which column holds what; nil: the headings say it.
    ///   - taken: The addresses of the account's users; empty without an account.
    ///   - progress: Is told from time to time how much is done, from 0 to 1.
    package init(
        of source: Source, sheet: String? = nil, as mapping: ColumnMapping? = nil, limits: Limits,
        taken: Set<AddressMark> = [], progress: @escaping (Double) -> Void = { _ in }
    ) {
        self.source = source
        self.sheet = sheet
        self.mapping = mapping
        self.limits = limits
        self.taken = taken
        self.progress = progress
    }

    /// Calls `body` with every row in the file's order.
    /// - Throws: `Refusal` if the file can't be read, and what `body` throws.
    package func eachRow(_ body: (CheckedRow) throws -> Void) throws -> CheckTally {
        let findings = try findings()
        var tally = CheckTally()
        try eachRow(part: 0.5..<1) { rows, place, order in
            let checked = findings.checked(rows[place], order: order)
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
        try eachRow(part: 0..<1) { rows, place, order in
            var issues = rows.marks[place].issues
            if let known = findings.add(rows, place, order: order) {
                issues = known.issues
                if let late = known.late {
                    tally.add(.emailRepeated, toClean: late.isClean)
                    first.add(late: Int(late.order))
                }
            }
            tally.count(issues)
            if !issues.isEmpty { first.add(rows[place], order: order) }
            return true
        }
        try addMissing(to: &first)
        return CheckSummary(
            tally: tally, problems: first.rows.map { findings.checked($0.row, order: $0.order) })
    }

    /// What the list rules say.
    private func findings() throws -> ListFindings {
        var findings = ListFindings(taken: taken)
        try eachRow(part: 0..<0.5) { rows, place, order in
            _ = findings.add(rows, place, order: order)
            return true
        }
        return findings
    }

    /// Reads the rows again that seemed clean when they were read.
    private func addMissing(to first: inout FirstRows) throws {
        let missing = first.missing
        guard let last = missing.last else { return }
        try eachRow(part: 1..<1) { rows, place, order in
            if missing.contains(order) { first.add(rows[place], order: order) }
            return order < last
        }
    }

    /// Reads the file until `body` answers false; `order` is the row's place in the file, `place` that among the rows
    /// that were read with it.
    private func eachRow(
        part: Range<Double>,
        _ body: (_ rows: borrowing JudgedRows, _ place: Int, _ order: Int) throws -> Bool
    ) throws {
        var reader = try RowReader(opening: source, limits: limits, as: mapping, sheet: sheet)
        var order = 0
        var rows = try reader.next(limit: Self.step)
        while !rows.isEmpty {
            for place in 0..<rows.count {
                guard try body(rows, place, order) else { return }
                order += 1
            }
            progress(part.lowerBound + reader.fractionRead * (part.upperBound - part.lowerBound))
            rows = try reader.next(limit: Self.step)
        }
    }
}

extension ListFindings {
    /// Takes a row's address; nil if it has none.
    fileprivate mutating func add(
        _ rows: borrowing JudgedRows, _ place: Int, order: Int
    ) -> (issues: Issues, late: AddressPlaces.First?)? {
        guard let key = rows.key(at: place) else { return nil }
        let mark = rows.marks[place]
        return add(
            AddressMark(rows.letters.span.extracting(key)), order: order, number: mark.number,
            issues: mark.issues)
    }
}

/// What a check says of a spreadsheet as a whole.
package struct CheckSummary: Sendable, Equatable {
    package let tally: CheckTally
    /// The first faulty rows, in the file's order.
    package let problems: [CheckedRow]
}
