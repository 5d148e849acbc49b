package import Directory
package import Sheets

/// A spreadsheet that can't be read before somebody says which column holds what: its visible sheets, as far as
/// they have users.
package struct UnmatchedFile: Sendable, Equatable, Codable {
    /// Sheets that are looked at.
    private static let mostSheets = 20

    package internal(set) var sheets: [UnmatchedSheet]

    /// Reads it to its end, to count the words of columns that could hold roles.
    ///
    /// - Returns: Nil if no sheet has anything like an address: then there is nothing to choose from.
    package init?(reading source: Source, limits: Limits = Limits()) throws(Refusal) {
        let workbook = try Refusal.translating { () throws(SheetError) in
            try Workbook(opening: source, limits: limits)
        }
        let all = try Refusal.translating { () throws(SheetError) in try workbook.sheets }
        var sheets: [UnmatchedSheet] = []
        for sheet in all.filter(\.isVisible).prefix(Self.mostSheets) {
            let found = try Refusal.translating { () throws(SheetError) in
                try UnmatchedSheet(sheet, of: workbook)
            }
            if let found { sheets.append(found) }
        }
        guard !sheets.isEmpty else { return nil }
        self.sheets = sheets
    }
}

extension UnmatchedSheet {
    private static let longestHeading = 120
    private static let longestExample = 80
    private static let mostExamples = 3

    /// Nil if it has no users, or no column that could hold their addresses.
    fileprivate init?(_ sheet: SheetSummary, of workbook: Workbook) throws(SheetError) {
        let reader = try workbook.reader(of: sheet.index)
        var record = Record()
        let records = try FirstRecords(from: reader, into: &record)
        let hasAddresses =
            Headings(records.headingCells).has(.email)
            || records.users.contains { $0.cells.contains(where: FirstRecords.isLikeAddress) }
        guard hasAddresses, !records.users.isEmpty else { return nil }
        self.init(sheet, records)
        var tally = RoleTally(of: columns.map(\.place))
        for row in records.users { tally.count(row.cells) }
        while !tally.isEmpty, try reader.next(into: &record) { tally.count(record) }
        for place in columns.indices {
            columns[place].words = tally.words(in: columns[place].place)
        }
    }

    private init(_ sheet: SheetSummary, _ records: FirstRecords) {
        let proposals = ColumnProposals(for: records).fields
        let headings = records.headingCells
        var all: [UnmatchedColumn] = []
        var more = 0
        for place in 0..<records.width {
            let heading = place < headings.count ? headings[place] : ""
            let texts = records.texts(in: place)
            guard !heading.isEmpty || !texts.isEmpty else { continue }
            guard all.count < Self.mostColumns || proposals[place] != nil else {
                more += 1
                continue
            }
            all.append(
                UnmatchedColumn(
                    place: place, heading: Self.short(heading, Self.longestHeading),
                    examples: Self.examples(among: texts), proposal: proposals[place]?.field,
                    reason: proposals[place]?.reason))
        }
        index = sheet.index
        name = sheet.name
        headingRow = records.headings.map { records.rows[$0].number }
        columns = all
        self.more = more
    }

    private static func examples(among texts: [String]) -> [String] {
        var examples: [String] = []
        for text in texts where examples.count < mostExamples {
            let short = short(text, longestExample)
            if !examples.contains(short) { examples.append(short) }
        }
        return examples
    }

    private static func short(_ text: String, _ length: Int) -> String {
        text.count > length ? text.prefix(length - 1) + "…" : text
    }
}
