/// Reads the rows of one sheet, in the order in which they stand in the file.
public final class SheetReader {
    enum Rows {
        case sheet(SheetRows)
        case text(TextRows)
    }

    private let rows: Rows

    init(_ rows: Rows) { self.rows = rows }

    /// Puts the next row into the record; false after the last one.
    ///
    /// Workbook rows without any cell make no record: the gap in `number` tells. Blank lines of a text file do.
    public func next(into record: inout Record) throws(SheetError) -> Bool {
        switch rows {
        case .sheet(let rows): try rows.next(into: &record)
        case .text(let rows): try rows.next(into: &record)
        }
    }

    /// How much of the sheet has been read, from 0 to 1.
    public var fractionRead: Double {
        switch rows {
        case .sheet(let rows): rows.fractionRead
        case .text(let rows): rows.fractionRead
        }
    }
}
