/// Steps through XML (1.0, fifth edition) by offset. A step that finds no end within the view gives nil.
extension ByteView {
    /// The next `<`, or `count`.
    @inline(__always) func nextTag(from offset: Int) -> Int {
        if self[offset] == UInt8(ascii: "<") { return min(offset, count) }
        var isOdd = false
        return offset < count ? textEnd(from: offset, isOdd: &isOdd) : count
    }

    /// Behind the `>` of the tag whose `<` stands at an offset; attribute values may hold a `>`.
    @inline(__always) func tagEnd(from open: Int) -> Int? {
        var offset = open + 1
        while offset < count {
            let byte = self[offset]
            if byte == UInt8(ascii: ">") { return offset + 1 }
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                offset += 1
                while offset < count && self[offset] != byte { offset += 1 }
            }
            offset += 1
        }
        return nil
    }

    /// Whether the tag that ends before an offset closes itself.
    @inline(__always) func isEmptyTag(endingAt end: Int) -> Bool {
        self[end - 2] == UInt8(ascii: "/")
    }

    /// Whether the `<` at an offset begins a comment, a CDATA section, an instruction or a declaration.
    @inline(__always) func isSpecial(at open: Int) -> Bool {
        let byte = self[open + 1]
        return byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
    }

    /// Behind the comment, CDATA section or instruction at an offset. The text of a CDATA section goes to `text`.
    func specialEnd(at open: Int, text: inout ByteStore) throws(SheetError) -> Int? {
        if self[open + 1] == UInt8(ascii: "?") { return end(of: "?>", from: open + 2) }
        if starts(with: "<!--", at: open) { return end(of: "-->", from: open + 4) }
        if starts(with: "<![CDATA[", at: open) {
            guard let end = end(of: "]]>", from: open + 9) else { return nil }
            text.append(self, from: open + 9, count: end - 3 - (open + 9))
            return end
        }
        if count - open >= 9 { throw SheetError(.documentTypeRefused) }
        return nil
    }

    func specialEnd(at open: Int) throws(SheetError) -> Int? {
        var unused = ByteStore(capacity: 0)
        return try specialEnd(at: open, text: &unused)
    }

    func starts(with prefix: StaticString, at offset: Int) -> Bool {
        guard offset + prefix.utf8CodeUnitCount <= count else { return false }
        return prefix.withUTF8Buffer { bytes in
            bytes.indices.allSatisfy { self[offset + $0] == bytes[$0] }
        }
    }

    private func end(of mark: StaticString, from start: Int) -> Int? {
        var offset = start
        while offset + mark.utf8CodeUnitCount <= count {
            if starts(with: mark, at: offset) { return offset + mark.utf8CodeUnitCount }
            offset += 1
        }
        return nil
    }
}
