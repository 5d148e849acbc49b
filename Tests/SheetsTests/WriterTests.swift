import Foundation
import Sheets
import Testing

@Suite("Writing workbooks")
struct WriterTests {
    private let path = FileManager.default.temporaryDirectory
        .appending(path: "\(UUID().uuidString).xlsx").path

    @Test("What is written is read again, whatever the text; line ends are one character")
    func roundTrip() throws {
        let rows = [
            ["Ana", "=1+1", "007"], ["_x0041_", "a\r\nb\tc", " x "], ["", "<&>\"'", "😀"],
            ["\u{0}\u{1}", "\u{202E}abc", "_x"],
        ]
        let writer = try SheetWriter(path: path, sheet: "Users", headings: ["A", "B", "C"])
        defer { try? FileManager.default.removeItem(atPath: path) }
        for row in rows { try writer.write(row) }
        try writer.close()

        let read = rows.map { row in row.map { $0.replacing("\r\n", with: "\n") } }
        #expect(try Reading(.file(path: path)).rows == [["A", "B", "C"]] + read)
    }

    @Test("Names and texts that no sheet can have are refused")
    func impossible() throws {
        #expect(throws: WriteError.self) { try SheetWriter(path: path, sheet: "a[b]") }
        let writer = try SheetWriter(path: path, sheet: "Users")
        #expect(throws: WriteError.self) {
            try writer.write([String(repeating: "x", count: 32_768)])
        }
    }

    @Test("The template has the headings, and the instructions on a second sheet")
    func template() throws {
        let bytes = try TemplateWriter.template(
            sheet: "Users", headings: ["NAME", "EMAIL", "ROLE"],
            choices: [2: ["User", "Account Admin"]], instructions: ["How to", "Fill in."])

        let workbook = try Workbook(opening: .bytes(bytes))

        #expect(try workbook.sheets.map(\.name) == ["Users", "Instructions"])
        #expect(try Reading(bytes).rows == [["NAME", "EMAIL", "ROLE"]])
        var record = Record()
        let reader = try workbook.reader(of: 1)
        #expect(try reader.next(into: &record))
        #expect(record.text(0) == "How to")
    }
}
