/// Where the central directory of a zip archive stands (PKWARE APPNOTE 4.3.14–4.3.16).
struct ZipDirectoryEnd {
    var entries: Int
    var size: Int
    var offset: Int

    init(_ file: FileBytes) throws(SheetError) {
        let length = min(file.count, 22 + 0xFFFF + 20)
        let tail = try file.bytes(at: file.count - length, count: length)
        let view = tail.view
        guard view.count >= 22, let end = Self.find(in: view) else { throw SheetError(.damaged) }
        entries = view.word16(end + 10)
        size = Int(view.word32(end + 12))
        offset = Int(view.word32(end + 16))
        if entries == 0xFFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF {
            try readZip64(file, locator: file.count - length + end - 20)
        }
        guard offset >= 0, size >= 0, offset <= file.count, size <= file.count - offset else {
            throw SheetError(.damaged)
        }
    }

    /// The last record whose comment fits in the file.
    private static func find(in view: ByteView) -> Int? {
        stride(from: view.count - 22, through: 0, by: -1).first { offset in
            view.word32(offset) == 0x0605_4b50
                && offset + 22 + view.word16(offset + 20) <= view.count
        }
    }

    private mutating func readZip64(_ file: FileBytes, locator: Int) throws(SheetError) {
        guard locator >= 0 else { return }
        let pointer = try file.bytes(at: locator, count: 20)
        guard pointer.count == 20, pointer.view.word32(0) == 0x0706_4b50 else { return }
        let record = try file.bytes(
            at: Int(truncatingIfNeeded: pointer.view.word64(8)), count: 56)
        guard record.count == 56, record.view.word32(0) == 0x0606_4b50 else {
            throw SheetError(.damaged)
        }
        entries = Int(truncatingIfNeeded: record.view.word64(32))
        size = Int(truncatingIfNeeded: record.view.word64(40))
        offset = Int(truncatingIfNeeded: record.view.word64(48))
        guard entries >= 0 else { throw SheetError(.damaged) }
    }
}
