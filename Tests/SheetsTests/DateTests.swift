import Testing

@Suite("Dates of a workbook")
struct DateTests {
    private func text(_ number: String, format: String, is1904: Bool = false) throws -> String {
        var parts = WorkbookParts(rows: #"<row><c r="A1" s="1"><v>\#(number)</v></c></row>"#)
        let isBuiltIn = Int(format) != nil
        let code = format.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
        parts.styles = """
            <styleSheet><numFmts><numFmt numFmtId="\(isBuiltIn ? "999" : "164")" formatCode="\(code)"/></numFmts>\
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
            <cellXfs><xf numFmtId="0"/><xf numFmtId="\(isBuiltIn ? format : "164")"/></cellXfs></styleSheet>
            """
        if is1904 {
            parts.workbook.replace("<workbookPr/>", with: #"<workbookPr date1904="1"/>"#)
        }
        return try Reading(parts).rows[0][0]
    }

    @Test(
        "Numbers with a date's format are written as ISO 8601",
        arguments: [
            ("14", "45352", "2024-03-01"), ("22", "45352.5", "2024-03-01T12:00:00"),
            ("yyyy-mm-dd", "44197", "2021-01-01"), ("d.m.yy;@", "36526", "2000-01-01"),
            ("[$-F800]dddd\\,\\ mmmm\\ dd", "45351", "2024-02-29"), ("mmm", "1", "1900-01-01"),
            ("14", "59", "1900-02-28"), ("14", "60", "1900-02-29"), ("14", "61", "1900-03-01"),
            ("14", "2958465", "9999-12-31"), ("20", "0.75", "18:00:00"),
            ("h:mm AM/PM", "0.999999999", "1900-01-01T00:00:00"),
            ("14", "45352.5", "2024-03-01T12:00:00"), ("[h]:mm", "1.5", "36:00:00"),
        ])
    func dates(format: String, number: String, text: String) throws {
        #expect(try self.text(number, format: format) == text)
    }

    @Test("A workbook may count from 1904")
    func from1904() throws {
        #expect(try text("0", format: "14", is1904: true) == "1904-01-01")
        #expect(try text("43891", format: "14", is1904: true) == "2024-03-02")
    }

    @Test(
        "Other formats leave numbers alone",
        arguments: [
            "0", "1", "10", "49", "0.00E+00", "General", "#,##0 \"days\"", "[Red]0", "0_d", "\\d0",
            "[$-409]0.00", "@", "0;yyyy",
        ])
    func others(format: String) throws {
        #expect(try text("45352", format: format) == "45352")
    }

    @Test(
        "What lies outside of the calendar stays a number",
        arguments: ["-1", "0", "2958466", "1e300"])
    func outside(number: String) throws {
        let expected = number == "1e300" ? "1e+300" : number
        #expect(try text(number, format: "14") == expected)
    }

    @Test("Dates in ISO 8601 stay as they are written")
    func written() throws {
        let parts = WorkbookParts(rows: #"<row><c t="d"><v>2024-03-01T10:00:00</v></c></row>"#)

        #expect(try Reading(parts).rows == [["2024-03-01T10:00:00"]])
    }
}
