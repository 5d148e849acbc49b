import Sheets
import Testing

@Suite("Columns of text")
struct TextColumnsTests {
    /// The texts of the first columns of each row.
    private func columns(
        _ bytes: [UInt8], sheet: Int = 0, count: Int = 12, limits: Limits = Limits()
    ) throws -> [[String]] {
        var columns = TextColumns(count: count)
        try Workbook(opening: .bytes(bytes), limits: limits).reader(of: sheet).read(into: &columns)
        var rows: [[String]] = []
        for row in 0..<columns.rows {
            rows.append((0..<count).map { columns.text(row: row, column: $0) })
        }
        return rows
    }

    private func records(_ bytes: [UInt8], sheet: Int, count: Int = 12) throws -> [[String]] {
        let reader = try Workbook(opening: .bytes(bytes)).reader(of: sheet)
        var record = Record()
        var rows: [[String]] = []
        while try reader.next(into: &record) {
            rows.append((0..<count).map { record.text($0) })
        }
        return rows
    }

    private func refusal(_ bytes: [UInt8], limits: Limits = Limits()) -> SheetError? {
        do {
            _ = try columns(bytes, limits: limits)
            return nil
        } catch {
            return error as? SheetError
        }
    }

    @Test(
        "Of every sheet of every sample they are what the records are", arguments: SampleFiles.read)
    func same(name: String) throws {
        let bytes = SampleFiles.bytes(name)

        for sheet in try Workbook(opening: .bytes(bytes)).sheets {
            #expect(
                try columns(bytes, sheet: sheet.index) == records(bytes, sheet: sheet.index))
        }
    }

    @Test("What is refused row by row is refused", arguments: SampleFiles.refused)
    func refused(name: String, code: String) {
        #expect(refusal(SampleFiles.bytes(name))?.code.rawValue == code)
    }

    @Test("Cells out of order, written twice, missing, or to the right of the last column")
    func oddRows() throws {
        let parts = WorkbookParts(
            rows: """
                <row r="1"><c r="B1" t="s"><v>0</v></c><c r="A1"><v>1</v></c><c r="Z1"><v>9</v></c></row>
                <row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4"><v>2</v></c><c r="A4"><v>3</v></c></row>
                <row r="5"><c r="B5" t="inlineStr"><is><t>a&amp;b</t></is></c></row>
                """, strings: "<sst><si><t>long text of the first</t></si><si><t>x</t></si></sst>")

        #expect(
            try columns(parts.bytes(), count: 2) == [
                ["1", "long text of the first"], ["3", "2"], ["", "a&b"],
            ])
        #expect(try columns(parts.bytes(), count: 0).count == 3)
    }

    @Test("They can be read on where records have stopped")
    func continued() throws {
        let reader = try Workbook(opening: .bytes(Array("a,b\nc,d\ne,f\n".utf8))).reader(of: 0)
        var record = Record()
        var columns = TextColumns(count: 2)

        _ = try reader.next(into: &record)
        try reader.read(into: &columns)
        try reader.read(into: &columns)

        #expect(columns.rows == 2 && columns.bytes == 4)
        #expect(columns.text(row: 1, column: 1) == "f")
        #expect(columns.withBytes(row: 0, column: 0) { $0.count } == 1)
    }

    @Test("A few bytes that stand for a great many are refused")
    func bombs() throws {
        let text = String(repeating: "x", count: 30_000)
        let shared = WorkbookParts(
            rows: (1...100).map { "<row r=\"\($0)\"><c r=\"A\($0)\" t=\"s\"><v>0</v></c></row>" }
                .joined(),
            strings: "<sst><si><t>\(text)</t></si></sst>")
        let repeated = DocumentParts(
            rows: """
                <table:table-row table:number-rows-repeated="1000000"><table:table-cell \
                office:value-type="string"><text:p>\(text)</text:p></table:table-cell></table:table-row>
                """)
        var limits = Limits()
        limits.inflatedBytes = 1 << 20

        #expect(refusal(shared.bytes(), limits: limits)?.code == .inflatesTooMuch)
        #expect(refusal(repeated.bytes(), limits: limits)?.code == .inflatesTooMuch)
        #expect(try columns(shared.bytes()).count == 100)
    }
}
