/// Why a file can't be read, and where as far as known.
public struct SheetError: Error, Sendable, Equatable {
    public enum Code: String, Sendable, CaseIterable {
        /// No bytes, or a byte order mark alone.
        case empty
        /// Bytes that are neither a workbook nor text.
        case notASpreadsheet = "not_a_spreadsheet"
        /// A kind of file that we know and don't read; `format` names it.
        case unsupportedFormat = "unsupported_format"
        case passwordProtected = "password_protected"
        case zipWithoutWorkbook = "zip_without_workbook"
        /// Cut off, changed on the way, or written wrongly.
        case damaged
        /// A text file's quotation mark that is never closed, or closed in the middle of a field.
        case unmatchedQuote = "unmatched_quote"
        /// Text that is not UTF-8, UTF-16 or Windows-1252.
        case unknownEncoding = "unknown_encoding"
        case documentTypeRefused = "document_type_refused"
        /// The file is longer than `limit` bytes.
        case tooLarge = "too_large"
        /// The file inflates to more than `limit` bytes.
        case inflatesTooMuch = "inflates_too_much"
        case tooManyParts = "too_many_parts"
        case tooManyRows = "too_many_rows"
        case tooManyColumns = "too_many_columns"
        case rowTooLong = "row_too_long"
        case cellTooLong = "cell_too_long"
        case markupTooComplex = "markup_too_complex"
        case timeExceeded = "time_exceeded"
        /// The sheet asked for doesn't exist.
        case noSuchSheet = "no_such_sheet"
        /// The system couldn't read the file.
        case unreadable
    }

    public let code: Code
    /// `"row 7"`, `"line 12"` or the name of a part of the workbook.
    public let place: String?
    /// The limit that was exceeded, in the unit of its code.
    public let limit: Int?
    /// What an unsupported file is, such as `"OpenDocument"`.
    public let format: String?

    public init(_ code: Code, at place: String? = nil, limit: Int? = nil, format: String? = nil) {
        self.code = code
        self.place = place
        self.limit = limit
        self.format = format
    }
}
