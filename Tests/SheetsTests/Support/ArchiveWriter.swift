import CDeflate

/// Makes zip archives, and wrong ones where a test asks for it.
struct ArchiveWriter {
    struct Entry {
        var name: String
        var bytes: [UInt8]
        var isDeflated = false
        /// What the directory says instead of the truth.
        var claimedSize: Int?
        var claimedChecksum: UInt32?
        var flags: UInt16 = 0
        /// Where the directory says that the entry begins.
        var claimedOffset: Int?

        init(_ name: String, _ text: String) {
            self.name = name
            bytes = Array(text.utf8)
        }

        init(_ name: String, bytes: [UInt8], isDeflated: Bool = false) {
            self.name = name
            self.bytes = bytes
            self.isDeflated = isDeflated
        }
    }

    var entries: [Entry]

    func bytes() -> [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let offset = entry.claimedOffset ?? archive.count
            let stored = entry.isDeflated ? Self.deflated(entry.bytes) : entry.bytes
            let head = Self.head(of: entry, compressed: stored.count)
            archive += Self.word(0x0403_4B50) + head + entry.name.utf8 + stored
            directory += Self.word(0x0201_4B50) + [20, 0] + head
            directory += [UInt8](repeating: 0, count: 10) + Self.word(offset) + entry.name.utf8
        }
        let count = Self.half(entries.count)
        let end = Self.word(directory.count) + Self.word(archive.count) + [0, 0]
        return archive + directory + Self.word(0x0605_4B50) + [0, 0, 0, 0] + count + count + end
    }

    /// What the local header and the directory have in common.
    private static func head(of entry: Entry, compressed: Int) -> [UInt8] {
        let checksum = entry.claimedChecksum ?? libdeflate_crc32(0, entry.bytes, entry.bytes.count)
        let size = entry.claimedSize ?? entry.bytes.count
        return [20, 0] + half(Int(entry.flags)) + [entry.isDeflated ? 8 : 0, 0, 0, 0, 0x21, 0x50]
            + word(Int(checksum)) + word(compressed) + word(size) + half(entry.name.utf8.count)
            + [0, 0]
    }

    private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
        let compressor = libdeflate_alloc_compressor(6)
        defer { libdeflate_free_compressor(compressor) }
        let room = libdeflate_deflate_compress_bound(compressor, bytes.count)
        return [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            count = libdeflate_deflate_compress(
                compressor, bytes, bytes.count, buffer.baseAddress, room)
        }
    }

    private static func word(_ value: Int) -> [UInt8] { half(value) + half(value >> 16) }

    private static func half(_ value: Int) -> [UInt8] {
        [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
    }
}
