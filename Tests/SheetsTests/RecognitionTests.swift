import Sheets
import Testing

@Suite("Recognising a file")
struct RecognitionTests {
    @Test("No bytes, or a mark alone, are an empty file")
    func empty() {
        for bytes in [[], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE]] as [[UInt8]] {
            #expect(refusal(of: bytes)?.code == .empty)
        }
    }

    @Test(
        "Known kinds of file are named",
        arguments: [
            ("%PDF-1.7\n", "PDF"), ("\u{FEFF} <!DOCTYPE html><html>", "HTML"),
            ("<table><tr>", "HTML"),
            ("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>", "Excel 2003 XML"),
            ("<?xml version=\"1.0\"?><users/>", "XML"), ("[{\"name\":\"Ana\"}]", "JSON"),
            ("{\\rtf1", "Rich Text"), ("GIF89a", "GIF image"),
            ("SQLite format 3\0", "SQLite database"),
        ])
    func named(text: String, format: String) {
        #expect(refusal(ofText: text) == SheetError(.unsupportedFormat, format: format))
    }

    @Test("Archives of other documents are named, others have no workbook")
    func archives() {
        let openDocument = ArchiveWriter(entries: [
            .init("mimetype", "x"), .init("content.xml", "<x/>"),
        ])
        let word = ArchiveWriter(entries: [.init("word/document.xml", "<document/>")])
        let binary = ArchiveWriter(entries: [.init("xl/workbook.bin", "x")])
        let pictures = ArchiveWriter(entries: [.init("holiday.jpg", "x")])

        #expect(refusal(of: openDocument.bytes())?.format == "OpenDocument")
        #expect(refusal(of: word.bytes())?.format == "Word document")
        #expect(refusal(of: binary.bytes())?.format == "Excel binary workbook (.xlsb)")
        #expect(refusal(of: pictures.bytes())?.code == .zipWithoutWorkbook)
        #expect(refusal(of: ArchiveWriter(entries: []).bytes())?.code == .zipWithoutWorkbook)
    }

    @Test("Rubbish is no spreadsheet")
    func rubbish() {
        let controls = (0..<4_000).map { UInt8($0 % 27 + 1) }

        #expect(refusal(of: [0x41, 0x00, 0x00, 0x00, 0x42, 0x43, 0x01])?.code == .notASpreadsheet)
        #expect(refusal(of: controls)?.code == .notASpreadsheet)
    }

    @Test("A file that isn't there can't be read")
    func missing() {
        #expect(throws: SheetError(.unreadable)) {
            try Workbook(opening: .file(path: "/nowhere/users.xlsx"))
        }
    }
}
