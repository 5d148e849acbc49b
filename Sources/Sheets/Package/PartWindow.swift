extension Window {
    /// A part of a workbook as UTF-8 text, whatever its encoding (XML 1.0, 4.3.3 and appendix F).
    init(part entry: ZipEntry, of file: FileBytes, budget: Budget) throws(SheetError) {
        let stream = try Inflater(entry, of: file, budget: budget)
        var head = ByteStore(capacity: 256)
        while head.count < 200 {
            let count = try head.fill(room: 200 - head.count) { (buffer) throws(SheetError) in
                try stream.read(into: buffer)
            }
            if count == 0 { break }
        }
        let (encoding, mark) = try Self.encoding(of: head.view, part: entry.name)
        head.removeFirst(mark)
        let rest = try Self.ahead(stream, of: entry, budget: budget)
        if encoding == .utf8 {
            self.init(rest, head: head)
        } else {
            self.init(DecodedStream(rest, encoding: encoding, prefix: head))
        }
    }

    /// The stream itself, or read ahead where that was wanted and pays.
    private static func ahead(
        _ inflater: Inflater, of entry: ZipEntry, budget: Budget
    ) throws(SheetError) -> any ByteStream {
        #if canImport(Glibc)
            if budget.readsAhead, entry.compressed >= AheadStream.leastBytes {
                return try AheadStream(inflater, part: entry.name, budget: budget)
            }
        #endif
        return inflater
    }

    private static func encoding(
        of head: ByteView, part: String
    ) throws(SheetError) -> (TextEncoding, mark: Int) {
        if let marked = TextEncoding.marked(head) { return (marked.encoding, marked.length) }
        switch (head[0], head[1]) {
        case (UInt8(ascii: "<"), 0): return (.utf16LittleEndian, 0)
        case (0, UInt8(ascii: "<")): return (.utf16BigEndian, 0)
        default: break
        }
        switch declaredEncoding(head.string(from: 0, to: head.count)) {
        case nil, "utf-8", "utf8", "us-ascii", "ascii": return (.utf8, 0)
        case "windows-1252", "iso-8859-1", "latin1": return (.windows1252, 0)
        default: throw SheetError(.unknownEncoding, at: part)
        }
    }

    private static func declaredEncoding(_ head: String) -> String? {
        guard head.hasPrefix("<?xml"), let end = head.firstIndex(of: ">") else { return nil }
        let words = head[..<end].split {
            $0 == "=" || $0.isWhitespace || $0 == "\"" || $0 == "'" || $0 == "?"
        }
        guard let name = words.firstIndex(of: "encoding"), name + 1 < words.count else {
            return nil
        }
        return words[name + 1].lowercased()
    }
}
