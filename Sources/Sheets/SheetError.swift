/// Why a file can't be read, and where as far as known.
public struct SheetError: Error, Sendable, Equatable {
    /// The kinds of reasons, by names that stay.
    public enum Code: String, Sendable, CaseIterable {
        /// No bytes, or a byte order mark alone.
        case empty
        /// Bytes that are neither a workbook nor text.
        case notASpreadsheet = "not_a_spreadsheet"
        /// A kind of file that we know and don't read; `format` names it.
        case unsupportedFormat = "unsupported_format"
        /// Encrypted; nothing can be read without its password.
        case passwordProtected = "password_protected"
        /// A zip archive that holds no kind of document that we know.
        case zipWithoutWorkbook = "zip_without_workbook"
        /// Cut off, changed on the way, or written wrongly.
        case damaged
        /// A text file's quotation mark that is never closed, or closed in the middle of a field.
        case unmatchedQuote = "unmatched_quote"
        /// Text that is not UTF-8, UTF-16 or Windows-1252.
        case unknownEncoding = "unknown_encoding"
        /// Markup with a document type declaration, which no spreadsheet needs and bombs are made of.
        case documentTypeRefused = "document_type_refused"
        /// The file is longer than `limit` bytes.
        case tooLarge = "too_large"
        /// The file inflates to more than `limit` bytes.
        case inflatesTooMuch = "inflates_too_much"
        /// The archive has more than `limit` entries, or the workbook as many sheets.
        case tooManyParts = "too_many_parts"
        /// More than `limit` rows, or a row of a higher number.
        case tooManyRows = "too_many_rows"
        /// A cell beyond column `limit`.
        case tooManyColumns = "too_many_columns"
        /// A row of more than `limit` bytes.
        case rowTooLong = "row_too_long"
        /// A cell of more than `limit` characters.
        case cellTooLong = "cell_too_long"
        /// Elements nested too deep, or too many of them or of attributes.
        case markupTooComplex = "markup_too_complex"
        /// More than `limit` seconds of processor time.
        case timeExceeded = "time_exceeded"
        /// The sheet asked for doesn't exist.
        case noSuchSheet = "no_such_sheet"
        /// The system couldn't read the file.
        case unreadable
    }

    /// The kind of reason.
    public let code: Code
    /// `"row 7"`, `"line 12"` or the name of a part of the workbook.
    public let place: String?
    /// The limit that was exceeded, in the unit of its code.
    public let limit: Int?
    /// What an unsupported file is, such as `"OpenDocument"`.
    public let format: String?

    /// A reason, with what is known of it.
    public init(_ code: Code, at place: String? = nil, limit: Int? = nil, format: String? = nil) {
        self.code = code
        self.place = place
        self.limit = limit
        self.format = format
    }
}
