/// Writes an .xlsx file row by row, in constant memory.
public final class SheetWriter {
    /// Starts a workbook with one sheet. The file is complete only after `close()`.
    public init(path: String, sheet: String) throws(WriteError) {}

    /// Adds a row of text cells below the last one.
    public func write(_ cells: [String]) throws(WriteError) {}

    public func close() throws(WriteError) {}
}
