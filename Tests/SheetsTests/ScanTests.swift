import CScan
import Testing

@testable import Sheets

@Suite("Byte searches")
struct ScanTests {
    @Test("The words for usual markup are the bytes they stand for")
    func literals() {
        let preserving = Literal.textPreservingSpace
        let words: [(String, UInt64)] = [
            ("is", Literal.is), ("si", Literal.si), ("row", Literal.row),
            ("rPh", Literal.phonetic), ("sheetDat", Literal.sheetDat),
            ("</row>", Literal.rowEnd), ("<si>", UInt64(Literal.item)),
            ("<t>", UInt64(Literal.text)),
            ("</t></si", Literal.textItemEnd), ("<c r=\"", Literal.cell),
            (" s=\"", UInt64(Literal.style)), (" t=\"s\"><", Literal.shared),
            ("><v>", UInt64(Literal.value)), ("</v></c>", Literal.valueEnd),
            (" t=\"inli", Literal.inline.0), ("neStr\"><", Literal.inline.1),
            ("is><t>", Literal.inlineText), ("is>", UInt64(Literal.inlineOpen)),
            ("</t></is", Literal.inlineEnd.0), ("></c>", Literal.inlineEnd.1),
            ("<t xml:s", preserving.0), ("pace=\"pr", preserving.1), ("eserve\">", preserving.2),
        ]

        for (text, word) in words {
            let bytes = text.utf8.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            #expect(bytes == word, "\(text)")
        }
    }

    @Test("The portable searches find what the fast ones find")
    func portable() {
        var chance = SystemRandomNumberGenerator()
        let alphabet: [UInt8] = [
            0x3C, 0x26, 0x0D, 0x0A, 0x5F, 0x2C, 0x22, 0x41, 0x80, 0xBC, 0x3D, 0x3B, 0x01, 0x00,
        ]
        for length in 0..<600 {
            var bytes = (0..<length).map { _ in
                Int.random(in: 0..<9, using: &chance) > 0
                    ? 0x61 : alphabet.randomElement(using: &chance)!
            }
            bytes.append(0x3C)
            bytes += [UInt8](repeating: 0, count: 32)
            bytes.withUnsafeBufferPointer { buffer in
                let start = buffer.baseAddress!
                var (odd, odder): (Int32, Int32) = (0, 0)
                #expect(scan_text_end(start, &odd) == scan_text_end_portable(start, &odder))
                #expect((odd != 0) == (odder != 0))
                #expect(
                    scan_separator(start, start + length, 0x2C)
                        == scan_separator_portable(start, start + length, 0x2C))
                #expect(
                    (scan_any_high(start, length) != 0)
                        == (scan_any_high_portable(start, length) != 0))
            }
        }
    }
}
