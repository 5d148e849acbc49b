/// What is known of a sheet before its rows are read.
public struct SheetSummary: Sendable, Equatable {
    /// The place among the workbook's sheets, from 0.
    public let index: Int
    /// The name on the tab; empty for a text file.
    public let name: String
    /// Whether people see its tab.
    public let isVisible: Bool
}
