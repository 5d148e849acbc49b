/// One row of a sheet. A single record is reused for all rows of a file.
public struct Record: ~Copyable {
    /// The row's number in the spreadsheet; in a text file the record's number, the first being 1.
    public internal(set) var number = 0
    /// The index of the last cell, plus one.
    public internal(set) var count = 0
    /// Whether no cell holds anything but white space.
    public var isBlank: Bool { true }

    public init() {}

    /// The text of a cell; empty where the row has none.
    public func text(_ column: Int) -> String { "" }

    /// The UTF-8 bytes of a cell; empty where the row has none.
    public func withBytes<R, E: Error>(
        _ column: Int, _ body: (Span<UInt8>) throws(E) -> R
    ) throws(E) -> R {
        let none: [UInt8] = []
        return try body(none.span)
    }
}
