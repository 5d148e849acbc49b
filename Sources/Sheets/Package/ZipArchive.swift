/// The entries of a zip archive (PKWARE APPNOTE 6.3), with zip64. Anything two readers could see differently is refused.
struct ZipArchive {
    let entries: [ZipEntry]
    private let byName: [String: Int]
    private let byPlainName: [String: Int]

    init(_ file: FileBytes, limits: Limits) throws(SheetError) {
        let end = try ZipDirectoryEnd(file)
        // 256 bytes an entry is far above what offices write: a directory beyond is one of too many parts.
        guard end.entries <= limits.parts, end.size <= limits.parts * 1_024 else {
            throw SheetError(.tooManyParts, limit: limits.parts)
        }
        let directory = try file.bytes(at: end.offset, count: end.size)
        guard directory.count == end.size else { throw SheetError(.damaged) }
        var entries: [ZipEntry] = []
        var offset = 0
        for _ in 0..<end.entries {
            var entry = try ZipEntry(in: directory.view, at: &offset)
            entry.start = try Self.start(of: entry, in: file)
            entries.append(entry)
        }
        try Self.refuseOverlaps(entries)
        byName = try Self.names(entries)
        byPlainName = Dictionary(
            entries.indices.map { (Self.plain(entries[$0].name), $0) },
            uniquingKeysWith: { first, _ in first })
        self.entries = entries
    }

    /// The entry of a part; if there is none of just this name, one that differs in case or kind of slash.
    func entry(_ name: String) -> ZipEntry? {
        (byName[name] ?? byPlainName[Self.plain(name)]).map { entries[$0] }
    }

    private static func plain(_ name: String) -> String {
        var bytes = name.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "\\"): UInt8(ascii: "/")
            case 65...90: byte + 32
            default: byte
            }
        }
        while bytes.first == UInt8(ascii: "/") { bytes.removeFirst() }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func names(_ entries: [ZipEntry]) throws(SheetError) -> [String: Int] {
        var names: [String: Int] = [:]
        for (index, entry) in entries.enumerated() {
            if names.updateValue(index, forKey: entry.name) != nil {
                throw SheetError(.damaged, at: entry.name)
            }
        }
        return names
    }

    private static func start(of entry: ZipEntry, in file: FileBytes) throws(SheetError) -> Int {
        let header = try file.bytes(at: entry.header, count: 30)
        guard header.count == 30, header.view.word32(0) == 0x0403_4b50 else {
            throw SheetError(.damaged, at: entry.name)
        }
        let start = entry.header + 30 + header.view.word16(26) + header.view.word16(28)
        guard start <= file.count, entry.compressed <= file.count - start else {
            throw SheetError(.damaged, at: entry.name)
        }
        return start
    }

    private static func refuseOverlaps(_ entries: [ZipEntry]) throws(SheetError) {
        var end = 0
        for entry in entries.sorted(by: { $0.header < $1.header }) {
            guard entry.header >= end else { throw SheetError(.damaged, at: entry.name) }
            end = entry.start + entry.compressed
        }
    }
}
