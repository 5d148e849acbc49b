/// Counts what tells text from other bytes, and one encoding from another.
struct ByteCensus {
    private var total = 0
    private var controls = 0
    private var hasZero = false
    private var isUTF8 = true
    private var endsInsideCharacter = false
    private var isWindows1252 = true

    /// Counts the bytes of a piece; returns how many, less than all when the end cuts a character.
    mutating func count(_ view: ByteView, isLast: Bool) -> Int {
        var used = view.count
        let isASCII = !view.hasHigh(from: 0, to: view.count)
        if isUTF8 && !isASCII {
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
        for offset in 0..<end {
            let byte = view[offset]
            if byte >= 0x20 && byte < 0x80 { continue }
            switch byte {
            case 0: hasZero = true
            case 0x09...0x0D, 0xA0...: break
            case ..<0x20: controls += 1
            default:
                if TextEncoding.windows1252Upper[Int(byte) - 0x80] == 0 { isWindows1252 = false }
            }
        }
    }

    /// - Throws: `notASpreadsheet` for bytes that are no text: a zero, or more than one control character in fifty.
    func encoding() throws(SheetError) -> TextEncoding {
        if hasZero || controls * 50 > total + 100 { throw SheetError(.notASpreadsheet) }
        if isUTF8 { return .utf8 }
        if endsInsideCharacter { throw SheetError(.damaged) }
        guard isWindows1252 else { throw SheetError(.unknownEncoding) }
        return .windows1252
    }
}
