import Sheets
import Testing

@Suite("Limits")
struct LimitsTests {
    private func refusal(_ bytes: [UInt8], _ change: (inout Limits) -> Void) -> SheetError? {
        var limits = Limits()
        change(&limits)
        return SheetsTests.refusal(of: bytes, limits: limits)
    }

    private let workbook = WorkbookParts(
        rows:
            #"<row r="3"><c r="C3" t="str"><v>abcdef</v></c></row><row><c r="A4"><v>1</v></c></row>"#
    ).bytes()
    private let text = Array("a,b,cdefgh\n1,2,3\n4,5,6\n".utf8)

    @Test("The file's bytes are limited")
    func file() {
        #expect(refusal(text) { $0.fileBytes = 10 } == SheetError(.tooLarge, limit: 10))
        #expect(refusal(text) { $0.fileBytes = text.count } == nil)
    }

    @Test("What a workbook inflates to is limited, in all and by its ratio")
    func inflated() {
        var parts = WorkbookParts(rows: String(repeating: "<row/>", count: 100_000))
        parts.isDeflated = true

        #expect(refusal(parts.bytes()) { $0.inflatedBytes = 500_000 }?.limit == 500_000)
        #expect(
            refusal(parts.bytes()) {
                $0.inflatedAnyway = 500_000
                $0.inflateRatio = 100
            }?.code == .inflatesTooMuch)
        #expect(refusal(parts.bytes()) { _ in } == nil)
    }

    @Test("A look aside doesn't count when the sheet is read")
    func aside() throws {
        var parts = WorkbookParts(rows: String(repeating: "<row/>", count: 100_000))
        parts.isDeflated = true
        var limits = Limits()
        limits.inflatedBytes = 900_000
        let workbook = try Workbook(opening: .bytes(parts.bytes()), limits: limits)

        let looked = workbook.aside { try? emptyRead(of: workbook) }
        let read = try emptyRead(of: workbook)

        #expect(looked == read)
        #expect(throws: SheetError.self) { try emptyRead(of: workbook) }
    }

    /// Reads the first sheet to its end; answers how many rows it has.
    private func emptyRead(of workbook: Workbook) throws -> Int {
        let reader = try workbook.reader(of: 0)
        var record = Record()
        var rows = 0
        while try reader.next(into: &record) { rows += 1 }
        return rows
    }

    @Test("Parts are limited")
    func parts() {
        #expect(refusal(workbook) { $0.parts = 5 } == SheetError(.tooManyParts, limit: 5))
        #expect(refusal(workbook) { $0.parts = 6 } == nil)
    }

    @Test("Rows are limited, by number and by count")
    func rows() {
        let repeated = WorkbookParts(
            rows: String(repeating: "<row r=\"1\"><c><v>1</v></c></row>", count: 3))

        #expect(refusal(workbook) { $0.rows = 3 }?.code == .tooManyRows)
        #expect(refusal(workbook) { $0.rows = 4 } == nil)
        #expect(refusal(repeated.bytes()) { $0.rows = 2 }?.code == .tooManyRows)
        #expect(refusal(text) { $0.rows = 2 } == SheetError(.tooManyRows, limit: 2))
        #expect(
            refusal(WorkbookParts(rows: #"<row r="1048577"/>"#).bytes()) { _ in }?.code
                == .tooManyRows)
    }

    @Test("Columns are limited")
    func columns() throws {
        let last = WorkbookParts(rows: #"<row><c r="XFD1"><v>1</v></c></row>"#)
        let beyond = WorkbookParts(rows: #"<row><c r="XFE1"><v>1</v></c></row>"#)

        #expect(try Reading(last).rows[0].count == 16_384)
        #expect(refusal(beyond.bytes()) { _ in }?.code == .tooManyColumns)
        #expect(refusal(workbook) { $0.columns = 2 }?.code == .tooManyColumns)
        #expect(refusal(text) { $0.columns = 2 }?.code == .tooManyColumns)
        #expect(refusal(beyond.bytes()) { $0.columns = 1 << 20 }?.code == .tooManyColumns)
        let commas = [UInt8](repeating: UInt8(ascii: ","), count: 20_000)
        #expect(refusal(commas) { _ in }?.code == .tooManyColumns)
    }

    @Test("The text of a cell is limited, counted as spreadsheets count")
    func cells() {
        let strings = WorkbookParts(strings: "<sst><si><t>abcdef</t></si></sst>").bytes()
        let emoji = Array("😀😀,x\n".utf8)

        #expect(
            refusal(workbook) { $0.cellCharacters = 5 }
                == SheetError(.cellTooLong, at: "row 3", limit: 5))
        #expect(refusal(strings) { $0.cellCharacters = 5 }?.code == .cellTooLong)
        #expect(
            refusal(text) { $0.cellCharacters = 5 }
                == SheetError(.cellTooLong, at: "row 1", limit: 5))
        #expect(refusal(emoji) { $0.cellCharacters = 3 }?.code == .cellTooLong)
        #expect(refusal(emoji) { $0.cellCharacters = 4 } == nil)
    }

    @Test("The length of a row is limited, and a quote left open is named instead")
    func longRows() {
        let long = [UInt8](repeating: UInt8(ascii: "x"), count: 3 << 20)
        let inSheet = WorkbookParts(rows: "<row><c><v>\(String(decoding: long, as: UTF8.self))")

        #expect(refusal(long) { $0.rowBytes = 1 << 20 }?.code == .rowTooLong)
        #expect(refusal(inSheet.bytes()) { $0.rowBytes = 1 << 20 }?.code == .rowTooLong)
        let open = Array("a\n\"".utf8) + long
        #expect(
            refusal(open) { $0.rowBytes = 1 << 20 } == SheetError(.unmatchedQuote, at: "line 2"))
    }

    @Test("Strings and elements of styles are limited, whatever the rows")
    func lists() {
        var styles = WorkbookParts(rows: "<row/>")
        styles.styles = "<styleSheet>\(String(repeating: "<x/>", count: 200))</styleSheet>"
        let strings = WorkbookParts(strings: "<sst>\(String(repeating: "<si/>", count: 20))</sst>")

        #expect(refusal(styles.bytes()) { $0.xmlElements = 200 }?.code == .markupTooComplex)
        #expect(refusal(strings.bytes()) { $0.rows = 2 }?.code == .markupTooComplex)
    }

    @Test("The processor time for one file is limited")
    func time() {
        let rows = WorkbookParts(
            rows: String(repeating: "<row><c><v>1</v></c></row>", count: 10_000))

        #expect(refusal(rows.bytes()) { $0.seconds = 0 }?.code == .timeExceeded)
        #expect(refusal(text) { $0.seconds = 0 }?.code == .timeExceeded)
    }
}
