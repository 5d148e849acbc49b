/// The kinds of file that can be read, recognised by content and never by name.
public enum Format: String, Sendable {
    /// Excel's workbooks since 2007, with macros (.xlsm) or without.
    case xlsx
    /// OpenDocument, of LibreOffice and Google Sheets.
    case ods
    /// Text with separators: comma, semicolon, tab or bar.
    case csv
}
