/// What is known of a sheet before its rows are read.
public struct SheetSummary: Sendable, Equatable {
    /// The place among the workbook's sheets, from 0.
    public let index: Int
    /// The name on the tab; empty for a text file.
    public let name: String
    /// Whether people see its tab.
    public let isVisible: Bool

    /// A name as far as it is kept. Programs allow 31 characters; a file may say millions.
    static func cut(_ name: String) -> String { String(name.unicodeScalars.prefix(255)) }
}
