#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Makes the empty spreadsheet that people fill in.
public enum TemplateWriter {
    /// The bytes of an .xlsx file with a sheet of headings and a sheet of instructions.
    ///
    /// The heading row stays in sight, all columns hold text, and cells with choices offer them in a list.
    ///
    /// - Parameters:
    ///   - sheet: The name of the first sheet.
    ///   - headings: The texts of its first row.
    ///   - choices: For a heading (by index) the values that its cells offer; at most 255 characters in all.
    ///   - instructions: The lines of the second sheet, "Instructions"; the first is its title.
    public static func template(
        sheet: String, headings: [String], choices: [Int: [String]], instructions: [String]
    ) throws(WriteError) -> [UInt8] {
        let path = try temporaryPath()
        defer { unlink(path) }
        let book = try XLSXBook(path: path, isStreaming: false)
        try write(headings, choices: choices, to: try book.addSheet(sheet), of: book)
        try write(instructions, to: try book.addSheet("Instructions"), of: book)
        try book.close()
        return try contents(of: path)
    }

    private static func write(
        _ headings: [String], choices: [Int: [String]], to sheet: XLSXBook.Sheet, of book: XLSXBook
    ) throws(WriteError) {
        let (bold, text) = (book.headingFormat(), book.textFormat())
        try sheet.setRowHeight(0, 22)
        for (column, heading) in headings.enumerated() {
            try sheet.setColumn(column, width: 28, format: text)
            try sheet.write(heading, row: 0, column: column, format: bold)
        }
        for (column, values) in choices.sorted(by: { $0.key < $1.key }) {
            try sheet.offer(values, inColumn: column)
        }
        sheet.freezeFirstRow()
    }

    private static func write(
        _ lines: [String], to sheet: XLSXBook.Sheet, of book: XLSXBook
    ) throws(WriteError) {
        let (bold, paragraph) = (book.headingFormat(), book.paragraphFormat())
        try sheet.setColumn(0, width: 90, format: paragraph)
        for (row, line) in lines.enumerated() {
            try sheet.write(line, row: row, column: 0, format: row == 0 ? bold : paragraph)
        }
    }

    /// The library writes to files only.
    private static func temporaryPath() throws(WriteError) -> String {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var name = Array("\(folder)/template-XXXXXX".utf8CString)
        let descriptor = mkstemp(&name)
        guard descriptor >= 0 else {
            throw WriteError(reason: "No temporary file could be made.")
        }
        close(descriptor)
        return name.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    }

    private static func contents(of path: String) throws(WriteError) -> [UInt8] {
        do {
            let file = try FileBytes(.file(path: path), limits: Limits())
            let bytes = try file.bytes(at: 0, count: file.count)
            return bytes.view.withSpan(from: 0, count: bytes.count) { span in
                span.indices.map { span[$0] }
            }
        } catch {
            throw WriteError(reason: "The temporary file couldn't be read.")
        }
    }
}
