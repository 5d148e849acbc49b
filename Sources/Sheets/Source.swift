/// Where a spreadsheet's bytes are.
public struct Source: Sendable {
    enum Storage {
        case bytes([UInt8])
        case file(path: String)
    }

    let storage: Storage

    /// Bytes in memory.
    public static func bytes(_ bytes: [UInt8]) -> Source { Source(storage: .bytes(bytes)) }

    /// A file, opened once when a workbook opens; it may be unlinked afterwards.
    public static func file(path: String) -> Source { Source(storage: .file(path: path)) }
}
