/// A spreadsheet that has been recognised and opened.
public final class Workbook {
    public let format: Format
    /// In the order of the tabs. A text file has one, named "".
    public let sheets: [SheetSummary]

    public init(opening source: Source, limits: Limits = Limits()) throws(SheetError) {
        throw SheetError(.notASpreadsheet)
    }

    /// Reads a sheet from its first row.
    public func reader(of sheet: Int) throws(SheetError) -> SheetReader {
        SheetReader()
    }
}
