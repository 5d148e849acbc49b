import Sheets
import Testing

@Suite("OpenDocument spreadsheets")
struct OpenDocumentTests {
    /// A text cell as LibreOffice writes it.
    private func text(_ paragraphs: String, _ attributes: String = "") -> String {
        """
        <table:table-cell\(attributes) office:value-type="string" calcext:value-type="string">\
        \(paragraphs)</table:table-cell>
        """
    }

    private func cells(_ cells: String) throws -> [String] {
        try Reading(DocumentParts(cells: cells).bytes()).rows.first ?? []
    }

    private func refusal(_ cells: String, _ change: (inout Limits) -> Void = { _ in })
        -> SheetError?
    {
        var limits = Limits()
        change(&limits)
        return SheetsTests.refusal(of: DocumentParts(cells: cells).bytes(), limits: limits)
    }

    @Test("Text is read, with and without what LibreOffice adds")
    func texts() throws {
        let row = try cells(
            """
            \(text("<text:p>Ana</text:p>"))\(text("<text:p>Bo</text:p>", " table:style-name=\"ce1\""))\
            <table:table-cell office:value-type="string"><text:p>a&amp;b_c</text:p></table:table-cell>\
            <x:table-cell y:value-type='string'><z:p>Zoë</z:p></x:table-cell>\
            <table:table-cell><text:p>untyped</text:p></table:table-cell>
            """)

        #expect(row == ["Ana", "Bo", "a&b_c", "Zoë", "untyped"])
    }

    @Test(
        "White space counts as the standard says",
        arguments: [
            ("<text:p> a  b\n\tc</text:p>", "a b c"), ("<text:p>a <text:s/>b</text:p>", "a  b"),
            ("<text:p><text:s text:c=\"3\"/>a</text:p>", "   a"), ("<text:p>a </text:p>", "a "),
            ("<text:p>a<text:tab/>b<text:line-break/>c</text:p>", "a\tb\nc"),
            ("<text:p>a</text:p><text:p>b</text:p>", "a\nb"),
            ("<text:p>a&#13;</text:p><text:p/>", "a\n"),
            ("<text:p>a<text:span> <text:a>b</text:a></text:span> c</text:p>", "a b c"),
            ("<text:p>a<![CDATA[ <b> ]]>c<!-- no --></text:p>", "a <b> c"),
        ])
    func whiteSpace(paragraphs: String, expected: String) throws {
        #expect(try cells(text(paragraphs)) == [expected])
    }

    @Test("Blanks that take a few bytes can't make a cell or a row of any size")
    func manyBlanks() {
        let blanks = "<text:s text:c=\"32767\"/>"
        let cell = text("<text:p>\(blanks)</text:p>")

        #expect(
            refusal(text("<text:p>\(String(repeating: blanks, count: 1_000))</text:p>"))?.code
                == .cellTooLong)
        #expect(
            refusal(text(String(repeating: "<text:p>\(blanks)</text:p>", count: 1_000)))?.code
                == .cellTooLong)
        #expect(refusal(String(repeating: cell, count: 1_000))?.code == .rowTooLong)
    }

    @Test("A group of rows ends wherever the piece of the file ends")
    func endsOfGroups() throws {
        let row = "<table:table-row>\(text("<text:p>Ana</text:p>"))</table:table-row>"
        let group = "<table:table-row-group></table:table-row-group>"
        let groups = String(repeating: group, count: 1_000)
        for shift in 0..<group.count {
            let filler = String(repeating: " ", count: (240 << 10) + shift)
            let rows = "<!--\(filler)-->\(groups)\(row)"

            #expect(try Reading(DocumentParts(rows: rows).bytes()).rows.count == 1)
        }
    }

    @Test("Names of sheets are kept as far as a name may go")
    func longName() throws {
        var parts = DocumentParts()
        parts.tables =
            "<table:table table:name=\"\(String(repeating: "n", count: 100_000))\"></table:table>"

        let sheets = try Workbook(opening: .bytes(parts.bytes())).sheets

        #expect(sheets.map(\.name.count) == [255])
    }

    @Test("What stands beside a text isn't part of it")
    func asides() throws {
        let comment =
            "<office:annotation><dc:creator>Eve</dc:creator><text:p>No</text:p></office:annotation>"
        let picture = "<draw:frame><draw:text-box><text:p>No</text:p></draw:text-box></draw:frame>"
        let ruby =
            "<text:ruby><text:ruby-base>花</text:ruby-base><text:ruby-text>はな</text:ruby-text></text:ruby>"

        #expect(try cells(text("\(comment)<text:p>Ana</text:p>\(picture)")) == ["Ana"])
        #expect(try cells(text("<text:p>\(ruby)子\(picture)</text:p>")) == ["花子"])
    }

    @Test(
        "Values are read from the attributes, whatever is shown",
        arguments: [
            ("float\" office:value=\"1234.50", "1234.5"), ("float\" office:value=\"7", "7"),
            ("percentage\" office:value=\"0.5", "0.5"), ("currency\" office:value=\"1E3", "1000"),
            ("boolean\" office:boolean-value=\"true", "TRUE"),
            ("date\" office:date-value=\"2024-03-01", "2024-03-01"),
            ("date\" office:date-value=\"2024-03-01T10:29:59.999999999", "2024-03-01T10:30:00"),
            ("date\" office:date-value=\"2024-02-29T23:59:59.9999", "2024-03-01T00:00:00"),
            ("date\" office:date-value=\"soon", "soon"),
            ("time\" office:time-value=\"PT18H00M05S", "18:00:05"),
            ("time\" office:time-value=\"PT255H10M09.9999S", "255:10:10"),
            ("time\" office:time-value=\"-PT1H", "-PT1H"),
            ("string\" office:string-value=\"a &lt; b", "a < b"),
        ])
    func values(attributes: String, expected: String) throws {
        let shown = "<text:p>shown</text:p>"
        let cell = "<table:table-cell office:value-type=\"\(attributes)\">"

        let isText = attributes.hasPrefix("string")
        #expect(try cells("\(cell)\(isText ? "" : shown)</table:table-cell>") == [expected])
    }

    @Test("An error is the text that is shown")
    func errors() throws {
        let cell = """
            <table:table-cell table:formula="of:=1/0" office:value-type="float" office:value="0" \
            calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>
            """

        #expect(try cells(cell) == ["#DIV/0!"])
    }

    @Test("Cells and rows are repeated as often as they say")
    func repeated() throws {
        let reading = try Reading(
            DocumentParts(
                rows: """
                    <table:table-header-rows><table:table-row table:number-rows-repeated="2">\
                    <table:table-cell table:number-columns-repeated="2"/>\
                    \(text("<text:p>x</text:p>", " table:number-columns-repeated=\"2\""))</table:table-row>\
                    </table:table-header-rows><table:table-row table:number-rows-repeated="7"/>\
                    <table:table-row>\(text("<text:p>y</text:p>"))</table:table-row>\
                    <table:table-row table:number-rows-repeated="99999999999">\
                    <table:table-cell table:number-columns-repeated="99999999999"/></table:table-row>
                    """
            ).bytes())

        #expect(reading.rows == [["", "", "x", "x"], ["", "", "x", "x"], ["y"]])
        #expect(reading.numbers == [1, 2, 10])
    }

    @Test("What a merged cell covers isn't seen")
    func covered() throws {
        let row = try cells(
            """
            \(text("<text:p>a</text:p>", " table:number-columns-spanned=\"2\""))\
            <table:covered-table-cell office:value-type="string"><text:p>no</text:p></table:covered-table-cell>\
            \(text("<text:p>b</text:p>"))
            """)

        #expect(row == ["a", "", "b"])
    }

    @Test("Repetition has limits: of rows, of columns, and of what it becomes")
    func excess() {
        let cell = text("<text:p>x</text:p>", " table:number-columns-repeated=\"16385\"")
        let long = text(
            "<text:p>\(String(repeating: "x", count: 30_000))</text:p>",
            " table:number-columns-repeated=\"16384\"")
        let rows = DocumentParts(
            rows:
                "<table:table-row table:number-rows-repeated=\"1048577\">\(text("<text:p>x</text:p>"))</table:table-row>"
        )
        let wide = DocumentParts(
            rows: """
                <table:table-row table:number-rows-repeated="1048576">\
                \(text("<text:p>x</text:p>", " table:number-columns-repeated=\"16384\""))</table:table-row>
                """)

        #expect(refusal(cell)?.code == .tooManyColumns)
        #expect(refusal(long)?.code == .rowTooLong)
        #expect(refusal(text("<text:p><text:s text:c=\"99999\"/></text:p>"))?.code == .cellTooLong)
        #expect(SheetsTests.refusal(of: rows.bytes())?.code == .tooManyRows)
        #expect(SheetsTests.refusal(of: wide.bytes())?.code == .inflatesTooMuch)
    }

    @Test("Sheets are found in order, hidden ones by their style")
    func sheets() throws {
        let row = "<table:table-row>\(text("<text:p>x</text:p>"))</table:table-row>"
        var parts = DocumentParts()
        parts.styles = """
            <style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/>\
            </style:style>
            """
        parts.tables = """
            <table:table table:name="A" table:style-name="ta2">\(row)</table:table>\
            <table:table table:name="B &amp; C"><table:shapes><table:table table:name="in">\(row)</table:table>\
            </table:shapes>\(row)</table:table><table:dde-links><table:table>\(row)</table:table></table:dde-links>
            """

        let workbook = try Workbook(opening: .bytes(parts.bytes()))

        #expect(workbook.format == .ods)
        #expect(try workbook.sheets.map(\.name) == ["A", "B & C"])
        #expect(try workbook.sheets.map(\.isVisible) == [false, true])
        #expect(try Reading(parts.bytes()).rows == [["x"]])
        #expect(throws: SheetError(.noSuchSheet)) { try workbook.reader(of: 2) }
    }

    @Test("Other documents and those with a password are refused as such")
    func others() {
        var letter = DocumentParts()
        letter.mimetype = "application/vnd.oasis.opendocument.text"
        var secret = DocumentParts()
        secret.manifest = """
            <manifest:manifest><manifest:file-entry manifest:full-path="content.xml">\
            <manifest:encryption-data/></manifest:file-entry></manifest:manifest>
            """
        var none = DocumentParts()
        none.tables = ""
        let wrapped = ArchiveWriter(entries: [
            .init("mimetype", letter.mimetype), .init("encrypted-package", "x"),
        ])

        #expect(SheetsTests.refusal(of: letter.bytes())?.format == "OpenDocument text")
        #expect(SheetsTests.refusal(of: secret.bytes())?.code == .passwordProtected)
        #expect(SheetsTests.refusal(of: wrapped.bytes())?.code == .passwordProtected)
        #expect(SheetsTests.refusal(of: none.bytes())?.code == .damaged)
    }

    @Test("A document whose content ends anywhere is refused, though the archive is sound")
    func truncated() {
        let parts = DocumentParts(
            cells: text("<text:p>Ana</text:p>") + text("<text:p>a<text:s/>&amp;</text:p>")
                + "<table:table-cell table:number-columns-repeated=\"9\"/>")
        let end =
            parts.content.utf8.count
            - "</table:table></office:spreadsheet></office:body></office:document-content>".utf8
            .count
        for length in 1...end {
            var archive = parts.archive
            archive.entries[1].bytes = Array(parts.content.utf8.prefix(length))
            #expect(SheetsTests.refusal(of: archive.bytes())?.code == .damaged)
        }
    }

    @Test("Many rows come out in order, across all windows")
    func many() throws {
        let rows = (1...20_000).map { row in
            "<table:table-row>\(text("<text:p>Name &lt;\(row)&gt;</text:p>"))\(text("<text:p>Ana \(row)</text:p>"))"
                + "<table:table-cell table:number-columns-repeated=\"3\"/></table:table-row>"
        }

        let reading = try Reading(DocumentParts(rows: rows.joined()).bytes())

        #expect(reading.numbers == Array(1...20_000))
        #expect(
            reading.rows.indices.allSatisfy {
                reading.rows[$0] == ["Name <\($0 + 1)>", "Ana \($0 + 1)"]
            })
    }

    @Test("A document type is refused")
    func documentType() {
        var archive = DocumentParts().archive
        archive.entries[1].bytes = Array(
            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"b\">]><x/>".utf8)

        #expect(SheetsTests.refusal(of: archive.bytes())?.code == .documentTypeRefused)
    }
}
