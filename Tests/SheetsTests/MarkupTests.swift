import Sheets
import Testing

@Suite("Markup of a workbook")
struct MarkupTests {
    private static let declaration = "<!DOCTYPE x [<!ENTITY a \"aaaa\">]>"

    @Test("A document type is refused in every part", arguments: 0..<6)
    func documentType(part: Int) {
        var archive = WorkbookParts(rows: "<row><c t=\"s\"><v>0</v></c></row>").archive
        archive.entries[part].bytes.insert(contentsOf: Array(Self.declaration.utf8), at: 0)

        let error = refusal(of: archive.bytes())

        #expect(error?.code == .documentTypeRefused)
        #expect(error?.place == archive.entries[part].name)
    }

    @Test("Parts may be written in UTF-16, either way round, or in Latin 1")
    func encodings() throws {
        let sheet =
            #"<worksheet><sheetData><row><c t="str"><v>Zoë 😀</v></c></row></sheetData></worksheet>"#
        let little = [0xFF, 0xFE] + Wide.little(sheet)
        let big = [0xFE, 0xFF] + Wide.big(sheet)
        let latin =
            #"<?xml version="1.0" encoding="ISO-8859-1"?>"# + sheet.replacing(" 😀", with: "")

        for (bytes, text) in [
            (little, "Zoë 😀"), (big, "Zoë 😀"), (Array(little.dropFirst(2)), "Zoë 😀"),
            (latin.unicodeScalars.map { UInt8($0.value) }, "Zoë"),
        ] {
            var archive = WorkbookParts().archive
            archive.entries[3].bytes = bytes
            #expect(try Reading(archive.bytes()).rows == [[text]])
        }
    }

    @Test("An encoding that isn't known is refused, and so are bytes that are no UTF-8")
    func unknownEncodings() {
        var named = WorkbookParts(rows: "<row><c><v>1</v></c></row>")
        named.sheet = #"<?xml version="1.0" encoding="Shift_JIS"?>"# + named.sheet
        var archive = WorkbookParts(rows: "<row/><row><c t=\"str\"><v>ab</v></c></row>").archive
        let place = archive.entries[3].bytes.firstIndex(of: UInt8(ascii: "b"))!
        archive.entries[3].bytes[place] = 0xFF

        var strings = WorkbookParts(
            rows: "<row><c t=\"s\"><v>0</v></c></row>", strings: "<sst><si><t>b</t></si></sst>"
        ).archive
        strings.entries[4].bytes[12] = 0xFF

        #expect(refusal(of: named)?.code == .unknownEncoding)
        #expect(refusal(of: archive.bytes()) == SheetError(.damaged, at: "row 2"))
        #expect(
            refusal(of: strings.bytes()) == SheetError(.damaged, at: "xl/sharedStrings.xml"))
    }

    @Test(
        "What is not well formed is damage",
        arguments: [
            "<row><c><v>1</v></c>", "<row><c><v>1</v></row>", "<row r=\"x\"/>", "<row r=1/>",
            "<row r/>",
            "<row r=\"0\"/>", "<row><row></row></row>", "<row><c r=\"1\"><v>1</v></c></row>",
            "<row><c><v>1<b/></v></c></row>", "<row", "<row r=\"1", "<!--", "<![CDATA[x",
            "</sheetDa",
        ])
    func malformed(rows: String) {
        #expect(refusal(of: WorkbookParts(rows: rows))?.code == .damaged)
    }

    @Test("Deep nesting and long lists of attributes are refused")
    func complexity() {
        var deep = WorkbookParts()
        deep.workbook = String(repeating: "<workbook>", count: 70)
        let attributes = (0..<70).map { " a\($0)=\"\"" }.joined()
        let wide = WorkbookParts(rows: "<row\(attributes)/>")

        #expect(refusal(of: deep)?.code == .markupTooComplex)
        #expect(refusal(of: wide)?.code == .markupTooComplex)
    }

    @Test("Long runs without a row don't use up memory")
    func longRuns() throws {
        var parts = WorkbookParts(rows: "<row><c><v>1</v></c></row>")
        let filler = String(repeating: "<cols><col/></cols>", count: 50_000)
        parts.sheet.replace("<sheetData>", with: filler + "<sheetData>")
        parts.isDeflated = true

        #expect(try Reading(parts).rows == [["1"]])
    }
}
