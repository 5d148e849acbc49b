extension ZipEntry {
    /// Reads the central directory's header at an offset, and moves the offset behind it (APPNOTE 4.3.12).
    init(in directory: ByteView, at offset: inout Int) throws(SheetError) {
        let header = offset
        guard header + 46 <= directory.count, directory.word32(header) == 0x0201_4b50 else {
            throw SheetError(.damaged)
        }
        let nameEnd = header + 46 + directory.word16(header + 28)
        let extraEnd = nameEnd + directory.word16(header + 30)
        offset = extraEnd + directory.word16(header + 32)
        guard offset <= directory.count else { throw SheetError(.damaged) }
        name = directory.string(from: header + 46, to: nameEnd)
        isEncrypted = directory.word16(header + 8) & 1 != 0
        method = directory.word16(header + 10)
        checksum = directory.word32(header + 16)
        compressed = Int(directory.word32(header + 20))
        size = Int(directory.word32(header + 24))
        self.header = Int(directory.word32(header + 42))
        readZip64(directory, from: nameEnd, to: extraEnd)
        guard compressed >= 0, size >= 0, self.header >= 0, method != 0 || size == compressed else {
            throw SheetError(.damaged, at: name)
        }
    }

    /// Takes the 64-bit values of the fields that are all ones (APPNOTE 4.5.3).
    private mutating func readZip64(_ directory: ByteView, from start: Int, to end: Int) {
        var field = start
        while field + 4 <= end {
            let next = field + 4 + directory.word16(field + 2)
            if directory.word16(field) == 1, next <= end {
                var value = field + 4
                func take(_ target: inout Int) {
                    guard target == 0xFFFF_FFFF, value + 8 <= next else { return }
                    target = Int(truncatingIfNeeded: directory.word64(value))
                    value += 8
                }
                take(&size)
                take(&compressed)
                take(&header)
            }
            field = next
        }
    }
}

extension ByteView {
    func word16(_ offset: Int) -> Int { Int(self[offset]) | Int(self[offset + 1]) << 8 }
}
