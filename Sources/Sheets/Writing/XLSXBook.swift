import CXLSXWriter

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A workbook of libxlsxwriter, and the only place that knows this library.
final class XLSXBook {
    typealias Format = UnsafeMutablePointer<lxw_format>

    private var book: UnsafeMutablePointer<lxw_workbook>?

    /// - Parameter isStreaming: Rows are written in order, and each is forgotten when the next begins.
    init(path: String, isStreaming: Bool) throws(WriteError) {
        var options = lxw_workbook_options()
        options.constant_memory = isStreaming ? 1 : 0
        guard let book = workbook_new_opt(path, &options) else {
            throw WriteError(reason: "The workbook couldn't be started.")
        }
        self.book = book
        var properties = lxw_doc_properties()
        // The same contents make the same bytes, whenever they are written.
        properties.created = 1_767_225_600
        workbook_set_properties(book, &properties)
    }

    deinit { if let book { lxw_workbook_free(book) } }

    func addSheet(_ name: String) throws(WriteError) -> Sheet {
        guard workbook_validate_sheet_name(book, name) == LXW_NO_ERROR,
            let sheet = workbook_add_worksheet(book, name)
        else { throw WriteError(reason: "\"\(name)\" can't be the name of a sheet.") }
        return Sheet(sheet: sheet)
    }

    /// White on dark blue, bold.
    func headingFormat() -> Format? {
        guard let format = workbook_add_format(book) else { return nil }
        format_set_bold(format)
        format_set_font_color(format, 0xFFFFFF)
        format_set_bg_color(format, 0x1F4E78)
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        return format
    }

    /// Cells keep what is typed, as text.
    func textFormat() -> Format? {
        guard let format = workbook_add_format(book) else { return nil }
        format_set_num_format(format, "@")
        return format
    }

    /// Long lines are broken.
    func paragraphFormat() -> Format? {
        guard let format = workbook_add_format(book) else { return nil }
        format_set_text_wrap(format)
        return format
    }

    func close() throws(WriteError) {
        guard let closing = book else { return }
        book = nil
        try Self.check(workbook_close(closing))
    }

    fileprivate static func check(_ result: lxw_error) throws(WriteError) {
        guard result != LXW_NO_ERROR else { return }
        throw WriteError(reason: lxw_strerror(result).map { String(cString: $0) } ?? "Unknown.")
    }
}

extension XLSXBook {
    /// A sheet of the workbook, which owns it.
    struct Sheet {
        fileprivate let sheet: UnsafeMutablePointer<lxw_worksheet>

        func write(
            _ text: String, row: Int, column: Int, format: Format? = nil
        ) throws(WriteError) {
            guard row <= 1_048_575, column <= 16_383 else {
                throw WriteError(reason: "The sheet is full.")
            }
            try check(
                worksheet_write_string(
                    sheet, UInt32(row), UInt16(column), EscapedText.of(text), format))
        }

        func setColumn(_ column: Int, width: Double, format: Format?) throws(WriteError) {
            try check(worksheet_set_column(sheet, UInt16(column), UInt16(column), width, format))
        }

        func setRowHeight(_ row: Int, _ height: Double) throws(WriteError) {
            try check(worksheet_set_row(sheet, UInt32(row), height, nil))
        }

        func freezeFirstRow() { worksheet_freeze_panes(sheet, 1, 0) }

        /// Offers a list in all cells of a column below the first row, and refuses anything else.
        func offer(_ choices: [String], inColumn column: Int) throws(WriteError) {
            var list = choices.map { strdup($0) } + [nil]
            let title = strdup("Not in the list")
            let message = strdup("Please choose: \(choices.joined(separator: ", ")).")
            defer { ([title, message] + list).forEach { free($0) } }
            var rule = lxw_data_validation()
            rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
            rule.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
            rule.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
            rule.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_STOP.rawValue)
            rule.error_title = title
            rule.error_message = message
            let result = list.withUnsafeMutableBufferPointer { list in
                rule.value_list = list.baseAddress
                return worksheet_data_validation_range(
                    sheet, 1, UInt16(column), 1_048_575, UInt16(column), &rule)
            }
            try check(result)
        }
    }
}
