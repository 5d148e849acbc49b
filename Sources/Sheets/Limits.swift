/// The most that one spreadsheet may ask of this machine. A file over a limit is refused, with the limit named.
public struct Limits: Sendable, Equatable {
    /// Bytes of the file itself.
    public var fileBytes = 256 << 20
    /// Bytes that all parts read from one workbook may inflate to.
    public var inflatedBytes = 2 << 30
    /// How many times its compressed size a workbook may grow, once it is past `inflatedAnyway`.
    public var inflateRatio = 250
    /// Bytes that may be inflated whatever the ratio.
    public var inflatedAnyway = 64 << 20
    /// Entries in the zip archive.
    public var parts = 1_024
    /// The highest row number, and the most rows.
    public var rows = 1_048_576
    /// The most columns.
    public var columns = 16_384
    /// Characters (UTF-16 code units, as Excel counts) in one cell.
    public var cellCharacters = 32_767
    /// Bytes of markup or text that one row may take.
    public var rowBytes = 8 << 20
    /// How deep XML elements may nest.
    public var xmlDepth = 64
    /// Attributes of one XML element.
    public var xmlAttributes = 64
    /// Elements of one part other than a sheet or the shared strings.
    public var xmlElements = 1 << 22
    /// Seconds of processor time for reading one file.
    public var seconds = 30.0

    /// The usual limits.
    public init() {}
}
