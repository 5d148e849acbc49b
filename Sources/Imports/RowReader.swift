package import Directory
package import Sheets

/// Reads the future users of a spreadsheet, one by one, each judged by the row rules.
///
/// The file is recognised by content. The first visible sheet that has the headings is read, with the columns in any
/// order. Nothing is kept of a row that was handed out: memory doesn't grow with the file.
package struct RowReader: ~Copyable {
    /// Rows between the headings and the last user that have nothing in the five fields.
    package private(set) var blank: Int

    private var headed: HeadedSheet
    /// The number of the user's row that was read last.
    private var lastTaken: Int
    /// The first user, read on opening to see whether there is one.
    private var first: JudgedRow?

    /// - Throws: A refusal if the file can't be read, lacks a heading that is needed, has one twice, or has no users.
    package init(opening source: Source, limits: Limits = Limits()) throws(Refusal) {
        let workbook = try Refusal.translating { () throws(SheetError) in
            try Workbook(opening: source, limits: limits)
        }
        var headed = try HeadedSheet(in: workbook)
        let heading = headed.record.number
        guard let first = try headed.nextUser() else { throw Refusal.noUsers }
        self.headed = headed
        self.first = first
        lastTaken = first.number
        blank = max(0, first.number - heading - 1)
    }

    /// The name of the sheet; empty for a text file.
    package var sheet: String { headed.name }

    /// Which of the sheets it is, if there was a choice.
    package var place: SheetPlace? { headed.place }

    /// Which column was taken for which field.
    package var headings: Headings { headed.headings }

    /// From 0 to 1.
    package var fractionRead: Double { headed.fractionRead }

    /// The next user; nil after the last one.
    package mutating func next() throws(Refusal) -> JudgedRow? {
        if let row = first {
            first = nil
            return row
        }
        return try takeNext()
    }

    /// The next address with the number of its row, without judging the rest of it; nil after the last one.
    mutating func nextAddress() throws(Refusal) -> (number: Int, key: String)? {
        if let row = first {
            first = nil
            if let key = row.judgement.emailKey { return (row.number, key) }
        }
        return try headed.nextAddress()
    }

    private mutating func takeNext() throws(Refusal) -> JudgedRow? {
        guard let row = try headed.nextUser() else { return nil }
        blank += max(0, row.number - lastTaken - 1)
        lastTaken = row.number
        return row
    }
}

extension HeadedSheet {
    /// The next row that has something in one of the five fields, judged.
    fileprivate mutating func nextUser() throws(Refusal) -> JudgedRow? {
        while try next() {
            let judgement = RowRules().judge(written)
            if !judgement.row.isBlank {
                return JudgedRow(number: record.number, judgement: judgement)
            }
        }
        return nil
    }

    fileprivate mutating func nextAddress() throws(Refusal) -> (number: Int, key: String)? {
        guard let column = headings.column(of: .email) else { return nil }
        while try next() {
            if let key = RowRules().emailKey(of: record.text(column)) {
                return (record.number, key)
            }
        }
        return nil
    }

    private var written: Row {
        var row = Row()
        for match in headings.matches {
            row[match.field] = record.text(match.column)
        }
        return row
    }
}
