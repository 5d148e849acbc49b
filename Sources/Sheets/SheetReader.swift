/// Reads the rows of one sheet, in the order in which they stand in the file.
public final class SheetReader {
    init() {}

    /// Puts the next row into the record; false after the last one.
    ///
    /// Workbook rows without any text make no record: the gap in `number` tells. Blank lines of a text file do.
    public func next(into record: inout Record) throws(SheetError) -> Bool { false }

    /// How much of the sheet has been read, from 0 to 1.
    public var fractionRead: Double { 0 }
}
