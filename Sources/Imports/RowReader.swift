package import Directory
package import Sheets

/// Reads the future users of a spreadsheet, many at a time, each judged by the row rules.
///
/// The file is recognised by content. The first visible sheet that has the headings is read, with the columns in any
/// order. Nothing is kept of rows that were handed out: memory doesn't grow with the file.
package struct RowReader: ~Copyable {
    /// Bytes of text after which no more rows are handed out at once: a small file may hold one long text in every cell.
    private static let mostLetters = 4 << 20

    /// Rows between the headings and the last user that have nothing in the five fields.
    package private(set) var blank: Int

    private var headed: HeadedSheet
    private let roles: RoleWords
    private var domains: KnownDomains
    /// The first user, read on opening to see whether there is one.
    private var rows: JudgedRows
    /// The number of the user's row that was read last.
    private var lastTaken: Int
    private var isDone = false

    /// - Parameters:
    ///   - mapping: Which column holds what; nil: the headings say it.
    ///   - sheet: The name of the one to read; nil: the first visible one with the headings.
    /// - Throws: A refusal if the file can't be read, lacks a heading that is needed, has one twice, or has no users.
    package init(
        opening source: Source, limits: Limits = Limits(), as mapping: ColumnMapping? = nil,
        sheet: String? = nil
    ) throws(Refusal) {
        let workbook = try Refusal.translating { () throws(SheetError) in
            try Workbook(opening: source, limits: limits)
        }
        var headed =
            if let mapping { try HeadedSheet(in: workbook, as: mapping) } else {
                try HeadedSheet(in: workbook, named: sheet)
            }
        let roles = mapping?.roles ?? RoleWords()
        let heading = headed.record.number
        var rows = JudgedRows()
        var domains = KnownDomains()
        while rows.isEmpty {
            guard try headed.next() else { throw Refusal.noUsers }
            _ = rows.add(headed.record, headed.columns, roles, &domains)
        }
        lastTaken = headed.record.number
        blank = max(0, lastTaken - heading - 1)
        self.headed = headed
        self.roles = roles
        self.rows = rows
        self.domains = domains
    }

    /// The name of the sheet; empty for a text file.
    package var sheet: String { headed.name }

    /// Which of the sheets it is, if there was a choice.
    package var place: SheetPlace? { headed.place }
    package var otherColumns: OtherColumns { OtherColumns(headed.headings.others) }

    /// Which column was taken for which field.
    package var headings: Headings { headed.headings }

    /// From 0 to 1.
    package var fractionRead: Double { headed.fractionRead }

    /// The next users, at most so many; none after the last one.
    package mutating func next(limit: Int) throws(Refusal) -> JudgedRows {
        try read(until: limit)
        let read = rows
        rows = JudgedRows(asManyAs: read)
        return read
    }

    private mutating func read(until limit: Int) throws(Refusal) {
        while rows.count < limit, rows.letters.count < Self.mostLetters, !isDone {
            guard try headed.next() else {
                isDone = true
                return
            }
            guard rows.add(headed.record, headed.columns, roles, &domains) else { continue }
            blank += max(0, headed.record.number - lastTaken - 1)
            lastTaken = headed.record.number
        }
    }
}
