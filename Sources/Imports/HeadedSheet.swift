import Directory
import Sheets

/// The first visible sheet of a workbook that has the headings, or the one that was named, read up to and including
/// their row.
struct HeadedSheet: ~Copyable {
    /// How many rows that aren't blank are looked at, and how many cells in all.
    private static let mostRows = 50
    private static let mostCells = 32_768
    /// How many blank rows a look at another sheet passes over.
    private static let mostBlankRows = 1_000

    let name: String
    /// Nil unless another visible sheet has the headings too.
    let place: SheetPlace?
    let headings: Headings
    /// Of each field.
    let columns: [Int?]
    private let reader: SheetReader
    /// The row that was read last.
    private(set) var record: Record

    var fractionRead: Double { reader.fractionRead }

    /// - Parameter name: The only sheet that may have them, hidden or not; nil: any visible one.
    init(in workbook: Workbook, named name: String? = nil) throws(Refusal) {
        var record = Record()
        var best: (headings: Headings, row: Int)?
        let sheets = try Self.sheets(of: workbook, named: name)
        for (index, sheet) in sheets.enumerated() {
            let reader = try Refusal.translating { () throws(SheetError) in
                try workbook.reader(of: sheet.index)
            }
            if let headings = try Self.headings(from: reader, into: &record, best: &best) {
                if let refusal = Refusal.headingRepeated(headings) { throw refusal }
                self.name = sheet.name
                let isOneOfSeveral = sheets[(index + 1)...].contains {
                    Self.hasHeadings($0, in: workbook)
                }
                place = isOneOfSeveral ? SheetPlace(number: index + 1, of: sheets.count) : nil
                self.headings = headings
                columns = headings.columns
                self.reader = reader
                self.record = record
                return
            }
        }
        guard let best else { throw Refusal.noUsers }
        throw Refusal.headingRepeated(best.headings)
            ?? Refusal.headingsMissing(best: best.headings, row: best.row)
    }

    /// The sheet that somebody matched, read up to and including the row of headings that was shown.
    init(in workbook: Workbook, as mapping: ColumnMapping) throws(Refusal) {
        let reader = try Refusal.translating { () throws(SheetError) in
            try workbook.reader(of: mapping.sheet)
        }
        var record = Record()
        if let row = mapping.headingRow {
            while record.number < row {
                let isThere = try Refusal.translating { () throws(SheetError) in
                    try reader.next(into: &record)
                }
                guard isThere else { throw Refusal.noUsers }
            }
        }
        name = try Refusal.translating { () throws(SheetError) in
            try workbook.sheet(at: mapping.sheet)?.name ?? ""
        }
        place = nil
        headings = Headings([])
        columns = mapping.places
        self.reader = reader
        self.record = record
    }

    /// Reads the next row; false after the last one.
    mutating func next() throws(Refusal) -> Bool {
        try Refusal.translating { () throws(SheetError) in try reader.next(into: &record) }
    }

    static func sheets(
        of workbook: Workbook, named name: String?
    ) throws(Refusal) -> [SheetSummary] {
        let all = try Refusal.translating { () throws(SheetError) in try workbook.sheets }
        guard let name else { return all.filter(\.isVisible) }
        guard let sheet = all.first(where: { $0.isNamed(name) }) else {
            throw Refusal.noSheet(name, in: all, of: workbook.format)
        }
        return [sheet]
    }

    /// Reads on until a row has the headings. Nil: this sheet has none.
    ///
    /// - Parameter best: The most promising row so far, for the words of the refusal.
    private static func headings(
        from reader: SheetReader, into record: inout Record,
        best: inout (headings: Headings, row: Int)?, blankRows: Int = .max
    ) throws(Refusal) -> Headings? {
        var rows = 0
        var cells = 0
        var blank = 0
        while rows < mostRows, cells < mostCells, blank <= blankRows {
            let isThere = try Refusal.translating { () throws(SheetError) in
                try reader.next(into: &record)
            }
            guard isThere else { return nil }
            if record.isBlank {
                blank += 1
                continue
            }
            rows += 1
            cells += record.count
            let headings = Headings(texts(of: record))
            if headings.areComplete { return headings }
            if headings.matches.count > best?.headings.matches.count ?? -1 {
                best = (headings, record.number)
            }
        }
        return nil
    }

    /// What can't be read of another sheet is no matter here.
    private static func hasHeadings(_ sheet: SheetSummary, in workbook: Workbook) -> Bool {
        workbook.aside {
            guard let reader = try? workbook.reader(of: sheet.index) else { return false }
            var record = Record()
            var best: (headings: Headings, row: Int)?
            let headings = try? headings(
                from: reader, into: &record, best: &best, blankRows: mostBlankRows)
            return headings != nil
        }
    }

    private static func texts(of record: borrowing Record) -> [String] {
        var texts: [String] = []
        for column in 0..<record.count { texts.append(record.text(column)) }
        return texts
    }
}
