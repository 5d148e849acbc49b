/// A compound file (MS-CFB): how Office wrote documents until 2003, and still writes encrypted ones.
enum CompoundFile {
    /// Why such a file isn't read, by the names in the first sectors of its directory.
    static func refusal(_ file: FileBytes) throws(SheetError) -> SheetError {
        let header = try file.bytes(at: 0, count: 512)
        guard header.count == 512 else { return SheetError(.damaged) }
        let sector = 1 << min(header.view.word16(30), 16)
        let offset = (Int(header.view.word32(48)) + 1) * sector
        let directory = try file.bytes(at: offset, count: 8_192)
        let names = entries(of: directory.view)
        if names.contains("EncryptedPackage") { return SheetError(.passwordProtected) }
        let kind =
            if names.contains("Workbook") {
                "Excel 97 workbook (.xls)"
            } else if names.contains("Book") {
                "Excel 95 workbook (.xls)"
            } else if names.contains("WordDocument") { "Word 97 document" } else {
                "Office 97 document"
            }
        return SheetError(.unsupportedFormat, format: kind)
    }

    /// The names of the directory's entries, 128 bytes each (MS-CFB 2.6.1).
    private static func entries(of directory: ByteView) -> [String] {
        stride(from: 0, to: directory.count - 127, by: 128).map { entry in
            let length = min(64, directory.word16(entry + 64))
            let units = stride(from: 0, to: length - 2, by: 2).map {
                UInt16(directory.word16(entry + $0))
            }
            return String(decoding: units, as: UTF16.self)
        }
    }
}
