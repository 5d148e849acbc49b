/// The kinds of file that can be read, recognised by content and never by name.
public enum Format: String, Sendable {
    case xlsx
    /// Text with separators: comma, semicolon, tab or bar.
    case csv
}
