/// Reads the rows of one sheet, in the order in which they stand in the file.
public final class SheetReader {
    let rows: any RowSource

    init(_ rows: any RowSource) { self.rows = rows }

    /// Puts the next row into the record; false after the last one.
    ///
    /// Workbook rows without any cell make no record: the gap in `number` tells. Blank lines of a text file do.
    public func next(into record: inout Record) throws(SheetError) -> Bool {
        try rows.next(into: &record)
    }

    /// How much of the sheet has been read, from 0 to 1.
    public var fractionRead: Double { rows.fractionRead }
}
