/// Counts what tells text from other bytes, and one encoding from another.
struct ByteCensus {
    private var total = 0
    private var controls = 0
    private var hasZero = false
    private var isUTF8 = true
    private var endsInsideCharacter = false
    private var isWindows1252 = true
    /// Bytes outside ASCII, and those of them that follow another.
    private var high = 0
    private var neighbours = 0
    private var followsHigh = false

    /// Counts the bytes of a piece; returns how many, less than all when the end cuts a character.
    mutating func count(_ view: ByteView, isLast: Bool) -> Int {
        var used = view.count
        if isUTF8 && view.hasHigh(from: 0, to: view.count) {
            let valid = view.validUTF8End(from: 0, to: view.count)
            let rest = view.count - valid
            let isCut = rest > 0 && rest < ByteView.length(ofLead: view[valid])
            if isCut && !isLast {
                used = valid
            } else if rest > 0 {
                isUTF8 = false
                endsInsideCharacter = isCut
            }
        }
        tally(view, to: used)
        total += used
        return used
    }

    private mutating func tally(_ view: ByteView, to end: Int) {
        var offset = 0
        while offset < end {
            let next = min(offset + 8, end)
            if next - offset == 8, Self.isPlain(view.word64(offset)) {
                followsHigh = false
            } else {
                for index in offset..<next { tally(view[index]) }
            }
            offset = next
        }
    }

    /// Whether all eight bytes lie between the space and the end of ASCII.
    @inline(__always) private static func isPlain(_ word: UInt64) -> Bool {
        let tops: UInt64 = 0x8080_8080_8080_8080
        return word & tops == 0 && ((word | tops) &- 0x2020_2020_2020_2020) & tops == tops
    }

    @inline(__always) private mutating func tally(_ byte: UInt8) {
        if byte >= 0x20 && byte < 0x80 {
            followsHigh = false
            return
        }
        switch byte {
        case 0: hasZero = true
        case 0x09...0x0D: break
        case ..<0x20: controls += 1
        case ..<0xA0 where TextEncoding.windows1252Upper[Int(byte) - 0x80] == 0:
            isWindows1252 = false
        default: break
        }
        if byte >= 0x80 {
            high += 1
            if followsHigh { neighbours += 1 }
        }
        followsHigh = byte >= 0x80
    }

    /// - Throws: `notASpreadsheet` for bytes that are no text: a zero, or more than one control character in fifty.
    func encoding() throws(SheetError) -> TextEncoding {
        if hasZero || controls * 50 > total + 100 { throw SheetError(.notASpreadsheet) }
        if isUTF8 { return .utf8 }
        if endsInsideCharacter { throw SheetError(.damaged) }
        // In western languages accents stand among plain letters. Where they come in rows, the bytes
        // mean another script, and a guess would put nonsense into names.
        guard isWindows1252, neighbours * 3 <= high else { throw SheetError(.unknownEncoding) }
        return .windows1252
    }
}
