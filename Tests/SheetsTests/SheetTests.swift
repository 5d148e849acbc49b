import Sheets
import Testing

@Suite("Sheets of a workbook")
struct SheetTests {
    @Test("Cells and rows without places follow the ones before")
    func unplaced() throws {
        let parts = WorkbookParts(
            rows: """
                <row><c><v>1</v></c><c r="C1"><v>2</v></c><c><v>3</v></c></row>\
                <row r="5"><c r="B5"><v>4</v></c></row><row><c><v>5</v></c></row>
                """)

        let reading = try Reading(parts)

        #expect(reading.rows == [["1", "", "2", "3"], ["", "4"], ["5"]])
        #expect(reading.numbers == [1, 5, 6])
    }

    @Test("Rows without cells make no record")
    func emptyRows() throws {
        let parts = WorkbookParts(
            rows: #"<row r="1"/><row r="2"><c r="A2" s="1"/></row><row r="4"><c><v>1</v></c></row>"#
        )

        #expect(try Reading(parts).numbers == [4])
    }

    @Test("Rows outside of the sheet's data are not rows")
    func lookalikes() throws {
        var parts = WorkbookParts(rows: "<row><c><v>1</v></c></row>")
        parts.sheet.replace(
            "</worksheet>", with: "<extLst><row><c><v>2</v></c></row></extLst></worksheet>")

        #expect(try Reading(parts).rows == [["1"]])
    }

    @Test("Prefixes, single quotes and white space in tags change nothing")
    func spelling() throws {
        let strings = "<x:sst><x:si ><x:t\n>Ana</x:t ></x:si></x:sst>"
        var parts = WorkbookParts(strings: strings)
        parts.sheet = """
            <?xml version='1.0'?><!-- a > b --><x:worksheet><x:sheetData>
            <x:row\tr = '2' y:r="9"> <x:c  r='B2'\nt='s' ><x:v >0</x:v></x:c></x:row></x:sheetData></x:worksheet>
            """

        let reading = try Reading(parts)

        #expect(reading.rows == [["", "Ana"]])
        #expect(reading.numbers == [2])
    }

    @Test("Hidden sheets are known as such, charts are no sheets")
    func hidden() throws {
        var parts = WorkbookParts()
        parts.workbook = """
            <workbook><sheets><sheet name="A" r:id="rId1" state="hidden"/>\
            <sheet name="B &amp; C" ns:id="rId1"/><sheet name="D" r:id="rId1" state="veryHidden"/>\
            <sheet name="Chart" r:id="rId3"/></sheets></workbook>
            """

        let workbook = try Workbook(opening: .bytes(parts.bytes()))

        #expect(workbook.format == .xlsx)
        #expect(try workbook.sheets.map(\.name) == ["A", "B & C", "D"])
        #expect(try workbook.sheets.map(\.isVisible) == [false, true, false])
        #expect(try workbook.sheets.map(\.index) == [0, 1, 2])
    }

    @Test("A sheet may be read again, and others beside it")
    func again() throws {
        let parts = WorkbookParts(rows: "<row><c><v>1</v></c></row><row><c><v>2</v></c></row>")
        let workbook = try Workbook(opening: .bytes(parts.bytes()))
        let (one, other) = (try workbook.reader(of: 0), try workbook.reader(of: 0))
        var record = Record()

        #expect(try one.next(into: &record) && one.next(into: &record))
        #expect(record.text(0) == "2")
        #expect(try other.next(into: &record))
        #expect(record.text(0) == "1")
        #expect(try !one.next(into: &record))
        #expect(throws: SheetError(.noSuchSheet)) { try workbook.reader(of: 1) }
    }

    @Test("A record gives its cells as text and as bytes, and nothing beyond them")
    func record() throws {
        let record = Record(number: 7, cells: ["Ana", "", " ä"])

        #expect(record.number == 7)
        #expect(record.count == 3)
        #expect([-1, 0, 1, 2, 3].map { record.text($0) } == ["", "Ana", "", " ä", ""])
        #expect(record.withBytes(2) { $0.count } == 3)
        #expect(record.withBytes(9) { $0.isEmpty })
        let blank = Record(number: 8, cells: ["", " \t\n"])
        #expect(blank.isBlank && !record.isBlank)
    }

    @Test("Many rows of all kinds come out in order, across all windows")
    func many() throws {
        let rows = (1...20_000).map { row in
            row.isMultiple(of: 3)
                ? "<row r=\"\(row)\"><c r=\"A\(row)\" t=\"s\"><v>\(row % 2)</v></c></row>"
                : "<row r=\"\(row)\"><c r=\"A\(row)\" t=\"inlineStr\"><is><t>Name &lt;\(row)&gt;</t></is></c></row>"
        }
        var parts = WorkbookParts(
            rows: rows.joined(), strings: "<sst><si><t>even</t></si><si><t>odd</t></si></sst>")
        parts.isDeflated = true

        let reading = try Reading(parts)

        #expect(reading.numbers == Array(1...20_000))
        #expect(
            reading.rows.indices.allSatisfy { index in
                let row = index + 1
                let shared = row.isMultiple(of: 2) ? "even" : "odd"
                return reading.rows[index] == [row.isMultiple(of: 3) ? shared : "Name <\(row)>"]
            })
    }

    @Test("Progress goes from nothing to all")
    func progress() throws {
        let rows = (1...30_000).map { "<row><c><v>\($0)</v></c></row>" }.joined()
        let workbook = try Workbook(opening: .bytes(WorkbookParts(rows: rows).bytes()))
        let reader = try workbook.reader(of: 0)
        var record = Record()

        var last = reader.fractionRead
        while try reader.next(into: &record) {
            #expect(reader.fractionRead >= last)
            last = reader.fractionRead
        }

        #expect(last < 1.01 && reader.fractionRead == 1)
    }
}
