/// How the fuzz target `xlsx` takes its input, so that the tests can repeat it.
enum FuzzedWorkbook {
    /// An input that begins like an archive is the file itself. Any other is the text of parts, with a zero between
    /// them, which then get right checksums: random changes would hardly ever come past those.
    static func file(from input: [UInt8]) -> [UInt8] {
        if input.starts(with: [0x50, 0x4B]) { return input }
        var archive = WorkbookParts().archive
        let parts = input.split(separator: 0, maxSplits: 3, omittingEmptySubsequences: false)
        // The sheet, the strings, the styles, the workbook.
        for (part, entry) in zip(parts, [3, 4, 5, 1]) where !part.isEmpty {
            archive.entries[entry].bytes = Array(part)
        }
        return archive.bytes()
    }
}
