import CXLSXWriter

/// Writes an .xlsx file row by row, in constant memory.
public final class SheetWriter {
    private let book: XLSXBook
    private let sheet: XLSXBook.Sheet
    private var rows = 0

    /// Starts a workbook with one sheet. The file is complete only after `close()`.
    ///
    /// - Parameters:
    ///   - path: Where the file is written; one that is there is replaced.
    ///   - sheet: The name on the tab, of at most 31 characters.
    ///   - headings: The cells of the first row, in bold, which stays in sight.
    public init(path: String, sheet name: String, headings: [String] = []) throws(WriteError) {
        book = try XLSXBook(path: path, isStreaming: true)
        sheet = try book.addSheet(name)
        if headings.isEmpty { return }
        let bold = book.headingFormat()
        for (column, heading) in headings.enumerated() {
            try sheet.write(heading, row: 0, column: column, format: bold)
        }
        sheet.freezeFirstRow()
        rows = 1
    }

    /// Adds a row of text cells below the last one. Text that looks like a formula stays text.
    public func write(_ cells: [String]) throws(WriteError) {
        for (column, text) in cells.enumerated() where !text.isEmpty {
            try sheet.write(text, row: rows, column: column)
        }
        rows += 1
    }

    /// Finishes the file.
    public func close() throws(WriteError) { try book.close() }
}
