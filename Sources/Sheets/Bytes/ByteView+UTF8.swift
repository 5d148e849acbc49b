extension ByteView {
    /// Whether the bytes are whole UTF-8 characters: no surrogates, nothing longer than needed.
    func isUTF8(from start: Int, to end: Int) -> Bool {
        validUTF8End(from: start, to: end) == end
    }

    /// Where the first byte stands that no UTF-8 text can have there, or a character that `end` cuts.
    func validUTF8End(from start: Int, to end: Int) -> Int {
        var offset = start
        while offset < end {
            // Eight bytes of ASCII, or as many as there are before the next other one.
            let ascii = (word64(offset) & 0x8080_8080_8080_8080).trailingZeroBitCount >> 3
            offset += ascii
            if ascii == 8 { continue }
            if offset >= end { break }
            let length = characterLength(at: offset, end: end)
            if length == 0 { return offset }
            offset += length
        }
        return end
    }

    /// The bytes of the character beginning with a lead byte; 0 if it isn't one or isn't whole.
    private func characterLength(at offset: Int, end: Int) -> Int {
        let lead = self[offset]
        let length = ByteView.length(ofLead: lead)
        guard length > 1, offset + length <= end else { return 0 }
        let second = self[offset + 1]
        let isAllowed =
            switch lead {
            case 0xE0: second >= 0xA0
            case 0xED: second < 0xA0
            case 0xF0: second >= 0x90
            case 0xF4: second < 0x90
            default: true
            }
        guard isAllowed, isContinuation(offset + 1) else { return 0 }
        if length > 2 && !isContinuation(offset + 2) { return 0 }
        if length > 3 && !isContinuation(offset + 3) { return 0 }
        return length
    }

    @inline(__always) private func isContinuation(_ offset: Int) -> Bool {
        self[offset] & 0xC0 == 0x80
    }

    static func length(ofLead byte: UInt8) -> Int {
        switch byte {
        case 0..<0x80: 1
        case 0xC2..<0xE0: 2
        case 0xE0..<0xF0: 3
        case 0xF0..<0xF5: 4
        default: 0
        }
    }

    /// How many UTF-16 code units the text has: characters as spreadsheets count them.
    func characters(from start: Int, to end: Int) -> Int {
        var units = 0
        for offset in start..<end {
            let byte = self[offset]
            if byte & 0xC0 != 0x80 { units += byte >= 0xF0 ? 2 : 1 }
        }
        return units
    }
}
