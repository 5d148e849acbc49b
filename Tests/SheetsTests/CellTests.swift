import Sheets
import Testing

@Suite("Cells of a workbook")
struct CellTests {
    private func cells(_ cells: String, strings: String = "<sst/>") throws -> [String] {
        try Reading(WorkbookParts(rows: "<row r=\"1\">\(cells)</row>", strings: strings)).rows.first
            ?? []
    }

    @Test("Shared strings are found by their number")
    func shared() throws {
        let row = try cells(
            #"<c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v> 0 </v></c>"#,
            strings: "<sst><si><t>Ana</t></si><si><t>Bo</t></si></sst>")

        #expect(row == ["Bo", "Ana"])
    }

    @Test(
        "However long a string's or a row's number is written, it is read",
        arguments: [
            #"<row r="12" spans="1:2"><c r="A12" t="s"><v>1</v></c></row>"#,
            #"<row r="000000012"><c r="A000000012" t="s"><v>000000001</v></c></row>"#,
            #"<row spans="1:2" r="12"><c t="s"><v>1</v></c></row>"#,
        ])
    func longNumbers(row: String) throws {
        let strings = "<sst><si><t>Ana</t></si><si><t>Bo</t></si></sst>"
        let reading = try Reading(WorkbookParts(rows: row, strings: strings))

        #expect(reading.rows == [["Bo"]])
        #expect(reading.numbers == [12])
    }

    @Test("Rich strings are joined, and phonetic hints are left out")
    func rich() throws {
        let item = """
            <si><r><rPr><b/></rPr><t>Gar</t></r><r><t xml:space="preserve">cía </t></r>\
            <rPh sb="0" eb="1"><t>ガ</t></rPh><phoneticPr fontId="1"/></si>
            """

        #expect(try cells(#"<c t="s"><v>0</v></c>"#, strings: "<sst>\(item)</sst>") == ["García "])
    }

    @Test("Inline strings may be plain, rich or empty")
    func inline() throws {
        let row = try cells(
            """
            <c r="A1" t="inlineStr"><is><t>Ana &amp; Bo</t></is></c>\
            <c r="B1" t="inlineStr"><is><r><t>A</t></r><r><t>B</t></r></is></c>\
            <c r="C1" t="inlineStr"><is/></c><c r="D1" t="inlineStr"><is><t>x</t></is></c>
            """)

        #expect(row == ["Ana & Bo", "AB", "", "x"])
    }

    @Test(
        "Numbers are written in their shortest text",
        arguments: [
            ("7", "7"), ("0", "0"), ("-3", "-3"), ("007", "7"), ("1.0", "1"), ("0.1", "0.1"),
            ("0.10000000000000001", "0.1"), ("1E3", "1000"), ("1.5E-3", "0.0015"),
            ("4.9123456789E10", "49123456789"), ("1E+20", "100000000000000000000"),
            ("1.25E+16", "12500000000000000"), ("-2.5E-5", "-0.000025"), ("1E-7", "0.0000001"),
            ("12345678901234567890", "12345678901234567000"), ("1E300", "1e+300"),
            (" 42 ", "42"), ("not a number", "not a number"), ("1e999", "1e999"),
        ])
    func numbers(written: String, text: String) throws {
        #expect(try cells("<c r=\"A1\"><v>\(written)</v></c>") == [text])
        #expect(try cells("<c r='A1' t='n'><v>\(written)</v></c>") == [text])
    }

    @Test("Booleans are TRUE and FALSE, errors are their text")
    func booleans() throws {
        let row = try cells(
            #"<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c>"#)

        #expect(row == ["TRUE", "FALSE", "#N/A"])
    }

    @Test("Formulas show the value that was last computed")
    func formulas() throws {
        let row = try cells(
            """
            <c r="A1" t="str"><f>B1&amp;"x"</f><v>Ana</v></c><c r="B1"><f>1+1</f><v>2</v></c>\
            <c r="C1"><f>D1</f><v/></c><c r="D1"><v>9</v></c>
            """)

        #expect(row == ["Ana", "2", "", "9"])
    }

    @Test(
        "Escapes stand for characters",
        arguments: [
            ("a_x0041_b", "aAb"), ("_x000D_", "\r"), ("a_x000D_\nb", "a\nb"),
            ("a_x000D_\r\nb", "a\nb"),
            ("_x000D__x000A_&#13;&#10;", "\n\n"), ("_x005F_x0041_", "_x0041_"),
            ("_xD83D__xDE00_", "😀"), ("_xD83D_", "\u{FFFD}"), ("_x00G1_", "_x00G1_"),
            ("ana_silva", "ana_silva"), ("_x004", "_x004"),
        ])
    func escapes(written: String, text: String) throws {
        let strings = "<sst><si><t>\(written)</t></si></sst>"

        #expect(try cells(#"<c r="A1" t="s"><v>0</v></c>"#, strings: strings) == [text])
        #expect(
            try cells("<c r=\"A1\" t=\"inlineStr\"><is><t>\(written)</t></is></c>") == [text])
    }

    @Test("References and CDATA are decoded, line ends made one")
    func references() throws {
        let text = "&lt;&#65;&#x1F600;&quot;<![CDATA[&amp;<b>]]>x<!-- no -->y\r\nz"

        #expect(
            try cells("<c t=\"inlineStr\"><is><t>\(text)</t></is></c>") == ["<A😀\"&amp;<b>xy\nz"])
    }

    @Test(
        "What is no reference is damage",
        arguments: ["&", "&nbsp;", "&#0;", "&#xD800;", "&#;", "&#x110000;", "&#+65;"])
    func wrongReferences(text: String) {
        let parts = WorkbookParts(rows: "<row><c t=\"str\"><v>\(text)</v></c></row>")

        #expect(refusal(of: parts)?.code == .damaged)
    }

    @Test("A shared string that doesn't exist is damage, with the row")
    func missingString() {
        let parts = WorkbookParts(rows: #"<row r="3"><c t="s"><v>9</v></c></row>"#)

        #expect(refusal(of: parts)?.code == .damaged)
        #expect(refusal(of: parts)?.place == "row 1")
    }

    @Test("A later cell of the same place wins, wherever it stands")
    func disorder() throws {
        let row = try cells(
            #"<c r="C1"><v>3</v></c><c r="A1"><v>1</v></c><c r="C1"><v>4</v></c>"#)

        #expect(row == ["1", "", "4"])
    }

    @Test("Tags of rows that go on alike are read alike, and others as they are")
    func alikeRows() throws {
        let tail = #" ht="15" hidden="false" note="a>b""#
        let rows = """
            <row r="1"\(tail)><c r="A1"><v>1</v></c></row><row r="2"\(tail)><c r="A2"><v>2</v></c></row>\
            <row r="4"\(tail)/><row r="5" ht="16"><c r="A5"><v>5</v></c></row>\
            <row r="6"\(tail)><c r="A6"><v>6</v></c></row><row ht="15" r="7"><c r="A7"><v>7</v></c></row>\
            <row r="9"\(tail) r="8"><c r="A8"><v>8</v></c></row><row r="10"\(tail)><c r="A10"><v>10</v></c></row>
            """

        let reading = try Reading(WorkbookParts(rows: rows))

        #expect(reading.rows == [["1"], ["2"], ["5"], ["6"], ["7"], ["8"], ["10"]])
        #expect(reading.numbers == [1, 2, 5, 6, 7, 8, 10])
    }
}
