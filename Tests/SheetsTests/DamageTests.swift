import Sheets
import Testing

@Suite("Damaged files")
struct DamageTests {
    /// A workbook with everything that the scanners treat on its own.
    private static let whole: [UInt8] = {
        let rows = (1...40).map { row in
            """
            <row r="\(row)" spans="1:5"><c r="A\(row)" s="1" t="s"><v>\(row % 3)</v></c>\
            <c r="B\(row)"><v>\(row).5</v></c><c r="C\(row)" t="inlineStr"><is><t>a&amp;\(row)</t></is></c>\
            <c t="b"><v>1</v></c><c r="E\(row)" t="str"><f>A1</f><v>_x0041_</v></c></row>
            """
        }
        let strings = "<sst><si><t>Ana</t></si><si><r><t>B</t></r><r><t>o</t></r></si><si/></sst>"
        return WorkbookParts(rows: rows.joined(), strings: strings).bytes()
    }()

    @Test("A workbook that is cut off anywhere is refused")
    func truncated() {
        for length in stride(from: 4, to: Self.whole.count, by: 7) {
            #expect(refusal(of: Array(Self.whole.prefix(length))) != nil)
        }
    }

    @Test("A sheet whose part ends anywhere is refused, though the archive is sound")
    func truncatedPart() {
        let parts = WorkbookParts(
            rows: "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>",
            strings: "<sst><si><t>A</t></si></sst>")
        let end = parts.sheet.utf8.count - "</sheetData></worksheet>".utf8.count
        for length in 1...end {
            var archive = parts.archive
            archive.entries[3].bytes = Array(parts.sheet.utf8.prefix(length))
            #expect(refusal(of: archive.bytes())?.code == .damaged)
        }
    }

    @Test("Flipped bits are refused or harmless, and never a crash")
    func flipped() {
        var chance = SystemRandomNumberGenerator()
        for _ in 0..<1_500 {
            var bytes = Self.whole
            for _ in 0..<Int.random(in: 1...4, using: &chance) {
                bytes[Int.random(in: bytes.indices, using: &chance)] ^=
                    1 << UInt8.random(in: 0..<8, using: &chance)
            }
            _ = refusal(of: bytes)
        }
    }

    @Test("Changed markup behind a right checksum is refused or harmless, and never a crash")
    func changedMarkup() {
        var chance = SystemRandomNumberGenerator()
        let marks = Array("<>/\"'=&;![]-? \r_x0c".utf8)
        let rows =
            #"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>a&amp;b</t></is></c></row>"#
        for _ in 0..<2_000 {
            var archive = WorkbookParts(rows: rows, strings: "<sst><si><t>A</t></si></sst>").archive
            let part = Int.random(in: 0..<6, using: &chance)
            let place = archive.entries[part].bytes.indices.randomElement(using: &chance)!
            archive.entries[part].bytes[place] = marks.randomElement(using: &chance)!
            _ = refusal(of: archive.bytes())
        }
    }

    @Test("Changed text files are refused or harmless, and never a crash")
    func changedText() {
        var chance = SystemRandomNumberGenerator()
        let text = Array("NAME,EMAIL\r\n\"A \"\"b\"\"\",a@x.org\n\"c\nd\",\"\"\nZoë;x|y\tz\n".utf8)
        for _ in 0..<3_000 {
            var bytes = text
            let place = Int.random(in: bytes.indices, using: &chance)
            bytes[place] = [0x22, 0x2C, 0x0A, 0x0D, 0xC3, 0xFF, 0, 0x1A].randomElement(
                using: &chance)!
            _ = refusal(of: Array(bytes.prefix(Int.random(in: 1...bytes.count, using: &chance))))
        }
    }
}
