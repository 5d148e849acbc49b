package import Directory
package import Sheets

/// Which column holds which field, as somebody wrote it for one file: `EMAIL=Contact` names the column by its
/// heading, `EMAIL=B` by its letters.
package struct NamedColumns: Sendable {
    private static let mostHeadingRows = 50

    private let choices: [(field: Field, column: String)]

    /// - Parameter words: `FIELD=COLUMN`, each field and each column at most once, EMAIL always.
    /// - Throws: `Refusal` with `wrongValue`.
    package init(_ words: [String]) throws(Refusal) {
        var choices: [(field: Field, column: String)] = []
        for word in words {
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let field = Self.field(String(parts[0])) else {
                throw Refusal.noField(word)
            }
            guard !choices.contains(where: { $0.field == field }) else {
                throw Refusal.columns("Only one column can hold \(field.heading).")
            }
            choices.append((field, TidiedText(String(parts[1])).value))
        }
        guard choices.contains(where: { $0.field == .email }) else {
            throw Refusal.columns("Choose which column holds EMAIL.")
        }
        self.choices = choices
    }

    /// By its heading in the template or its key; letter case and blanks make no difference.
    private static func field(_ word: String) -> Field? {
        Field.allCases.first { HeadingText($0.heading) == HeadingText(word) }
    }

    /// The mapping for a file: of its first visible sheet that has all these columns, or of the one that is named.
    /// - Throws: `Refusal` if a column isn't there or not the only one of its name, with those that are.
    package func mapping(
        in source: Source, sheet name: String? = nil, limits: Limits = Limits()
    ) throws(Refusal) -> ColumnMapping {
        let workbook = try Refusal.translating { () throws(SheetError) in
            try Workbook(opening: source, limits: limits)
        }
        var refusal: Refusal?
        for sheet in try HeadedSheet.sheets(of: workbook, named: name) {
            var record = Record()
            let records = try Refusal.translating { () throws(SheetError) in
                try FirstRecords(from: workbook.reader(of: sheet.index), into: &record)
            }
            guard !records.rows.isEmpty else { continue }
            do {
                let found = try places(in: records)
                return ColumnMapping(
                    sheet: sheet.index, headingRow: found.row, columns: found.columns,
                    roles: RoleWords())
            } catch {
                refusal = refusal ?? error
            }
        }
        throw refusal ?? Refusal.noUsers
    }

    /// A row that has all of them as headings; else the row of headings, with letters allowed.
    private func places(
        in records: FirstRecords
    ) throws(Refusal) -> (row: Int?, columns: [Field: Int]) {
        for row in records.rows.prefix(Self.mostHeadingRows) {
            let columns = choices.compactMap { Self.place(of: $0.column, among: row.cells) }
            if columns.count == choices.count { return (row.number, try assigned(columns)) }
        }
        var columns: [Int] = []
        for choice in choices {
            let place =
                Self.place(of: choice.column, among: records.headingCells)
                ?? Self.place(letters: choice.column, below: records.width)
            guard let place else { throw Refusal.noColumn(choice.column, in: records) }
            columns.append(place)
        }
        return (records.headings.map { records.rows[$0].number }, try assigned(columns))
    }

    private func assigned(_ columns: [Int]) throws(Refusal) -> [Field: Int] {
        guard Set(columns).count == columns.count else {
            throw Refusal.columns("A column can hold only one field.")
        }
        return Dictionary(uniqueKeysWithValues: zip(choices.map(\.field), columns))
    }

    /// As it is written, or else as headings are compared; nil if several are the same.
    private static func place(of name: String, among headings: [String]) -> Int? {
        let exact = headings.indices.filter { headings[$0] == name && !name.isEmpty }
        if !exact.isEmpty { return exact.count == 1 ? exact[0] : nil }
        let text = HeadingText(name)
        let alike = headings.indices.filter {
            !text.letters.isEmpty && HeadingText(headings[$0]) == text
        }
        return alike.count == 1 ? alike[0] : nil
    }

    private static func place(letters name: String, below width: Int) -> Int? {
        let name = name.uppercased()
        return (0..<width).first { UnmatchedColumn.letters(of: $0) == name }
    }
}

extension Refusal {
    private static let mostColumnsNamed = 8

    fileprivate static func columns(_ message: String) -> Refusal {
        Refusal(
            .wrongValue, message, remedy: "Name each column once, as in --column EMAIL=Contact.")
    }

    fileprivate static func noField(_ word: String) -> Refusal {
        let fields = Field.allCases.map(\.heading).joined(separator: ", ")
        return Refusal(
            .wrongValue, "“\(PrintedText(word).cut(to: 80).value)” doesn't name a field's column.",
            remedy: "Write one of \(fields), “=” and the column, as in --column EMAIL=Contact.")
    }

    fileprivate static func noColumn(_ name: String, in records: FirstRecords) -> Refusal {
        let headings = records.headingCells
        let columns = (0..<min(records.width, mostColumnsNamed)).map { place in
            let heading = place < headings.count ? headings[place] : ""
            let letters = UnmatchedColumn.letters(of: place)
            return heading.isEmpty
                ? letters : "\(letters) (“\(PrintedText(heading).cut(to: 40).value)”)"
        }
        let more = records.width - mostColumnsNamed
        return Refusal(
            .headingsMissing,
            "There is no single column “\(PrintedText(name).cut(to: 80).value)”. The sheet has "
                + columns.joined(separator: ", ") + (more > 0 ? " and \(more) more." : "."),
            remedy: "Name it by its heading or its letters, as in --column EMAIL=B.")
    }
}
