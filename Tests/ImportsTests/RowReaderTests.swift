import Directory
import Imports
import Sheets
import Testing

@Suite("Reading the users of a spreadsheet")
struct RowReaderTests {
    @Test("Users come in file order with the numbers of their rows")
    func fileOrder() throws {
        let reading = try Reading(
            """
            FIRST NAME,LAST NAME,NAME,EMAIL,ROLE
            Ana,Silva,,ana@example.com,User
            ,,Ben,BEN@example.com,account admin
            """)

        #expect(reading.rows.map(\.number) == [2, 3])
        #expect(
            reading.rows.map(\.row) == [
                Row(firstName: "Ana", lastName: "Silva", email: "ana@example.com", role: "User"),
                Row(name: "Ben", email: "ben@example.com", role: "Account Admin"),
            ])
        #expect(reading.rows.map(\.hints) == [[], .tidied])
        #expect(reading.blank == 0)
    }

    @Test("Columns stand in any order, in other words, among other columns")
    func otherColumns() throws {
        let reading = try Reading(
            """
            Nr;Rolle;E-Mail-Adresse;Abteilung;Nachname;Vorname
            1;;jörg@example.de;Einkauf;Müller;Jörg
            """)

        #expect(
            reading.rows.map(\.row) == [
                Row(firstName: "Jörg", lastName: "Müller", email: "jörg@example.de")
            ])
        #expect(reading.rows.map(\.issues) == [[]])
    }

    @Test("The headings need not be in the first row")
    func laterHeadings() throws {
        let reading = try Reading(
            """
            Staff of Fabrikam
            Printed on 22 November

            Name,Email
            Ana,ana@example.com
            """)

        #expect(reading.rows.map(\.number) == [5])
        #expect(reading.headings == [.name, .email])
    }

    @Test("Blank rows between users are skipped and counted, those at the end are nothing")
    func blankRows() throws {
        let reading = try Reading(
            "Name,Email,Note\n\nAna,a@b.co,\n,,\n ,\u{A0},x\nBen,b@b.co,\n\n\n")

        #expect(reading.rows.map(\.number) == [3, 6])
        #expect(reading.blank == 3)
    }

    @Test("A row with nothing but a role is a row, and faulty")
    func onlyARole() throws {
        let reading = try Reading("Name,Email,Role\n,,User\n")

        #expect(reading.rows.map(\.issues) == [[.nameMissing, .emailMissing]])
    }

    @Test("A heading that is missing is named, with what was found")
    func headingsMissing() throws {
        let refusal = try refusal("Name,Phone,City\nAna,1,Porto\n")

        #expect(refusal.code == .headingsMissing)
        #expect(refusal.message.contains("EMAIL was not found"))
        #expect(refusal.message.contains("Row 1 has NAME (“Name”), “Phone”, “City”."))
        #expect(refusal.remedy.contains("FIRST NAME, LAST NAME, NAME, EMAIL, ROLE"))
    }

    @Test("Without a name column, the three that would do are named")
    func nameColumnMissing() throws {
        let refusal = try refusal("Email\nana@example.com\n")

        #expect(refusal.code == .headingsMissing)
        #expect(refusal.message.contains("a name (FIRST NAME, LAST NAME or NAME) was not found"))
    }

    @Test("A list of addresses without headings is refused, not guessed at")
    func noHeadings() throws {
        let refusal = try refusal("ana@example.com\nben@example.com\n")

        #expect(refusal.code == .headingsMissing)
        #expect(refusal.message.contains("“ana@example.com”"))
    }

    @Test("Headings are looked for in the first fifty rows only")
    func headingsTooFarDown() throws {
        let lines = Array(repeating: "x,y", count: 50) + ["Name,Email", "Ana,ana@example.com"]

        #expect(try refusal(lines.joined(separator: "\n")).code == .headingsMissing)
        #expect(try Reading(lines.dropFirst().joined(separator: "\n")).rows.count == 1)
    }

    @Test("EMAIL twice is refused, and both columns are named")
    func emailTwice() throws {
        let refusal = try refusal("Name,Email,E-Mail Address\nAna,a@b.co,c@d.co\n")

        #expect(refusal.code == .headingRepeated)
        #expect(refusal.message.contains("column B (“Email”), column C (“E-Mail Address”)"))
    }

    @Test(
        "A file without users says so",
        arguments: [
            "FIRST NAME,LAST NAME,NAME,EMAIL,ROLE\n", "Name,Email\n,\n , \n", "", "\u{FEFF}",
            "\n\n\n", " ; ;\n",
        ])
    func noUsers(_ text: String) throws {
        let refusal = try refusal(text)

        #expect(refusal.code == .fileEmpty)
        #expect(refusal.message == "The spreadsheet has no users in it.")
        #expect(refusal.remedy == "Add at least one row under the headings.")
    }

    @Test("Bytes that are no spreadsheet are refused")
    func noSpreadsheet() throws {
        let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]

        let refusal = try #require(throws: Refusal.self) { _ = try Reading(bytes: png) }

        #expect(refusal.code == .fileUnreadable)
        #expect(refusal.message.contains("(PNG image)"))
        #expect(refusal.remedy.hasPrefix("Ask for the spreadsheet"))
    }

    @Test(
        "A file of another kind is named, with the way from there to one that is read",
        arguments: [
            ("<table><tr><td>Name</td></tr></table>", "(HTML)", "Open it in Excel"),
            (
                "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>",
                "(Excel 2003 XML)", "Open it in Excel"
            ),
            (
                "<?xml version=\"1.0\"?><office:document office:version=\"1.3\"/>",
                "(OpenDocument, flat (.fods))", "Open it in Excel"
            ),
            ("%PDF-1.7", "(PDF)", "Ask for the spreadsheet"),
            ("[{\"name\": 1}]", "(JSON)", "Export the list as .xlsx or .csv"),
            ("BZh9", "(bzip2 archive)", "Unpack it"),
            ("\u{7F}ELF", "(program)", "Choose an .xlsx, .ods, .csv or .tsv file."),
            ("a\u{0}b", "not a spreadsheet", "Choose an .xlsx, .ods, .csv or .tsv file."),
        ])
    func otherKinds(text: String, kind: String, remedy: String) throws {
        let refusal = try refusal(text)

        #expect(refusal.code == .fileUnreadable)
        #expect(refusal.message.contains(kind))
        #expect(refusal.remedy.hasPrefix(remedy))
    }

    @Test("A file with more rows than the limit is refused, and the limit is named")
    func tooManyRows() throws {
        var limits = Limits()
        limits.rows = 1_000
        let text = "Name,Email\n" + String(repeating: "Ana,ana@example.com\n", count: 1_000)

        let refusal = try #require(throws: Refusal.self) { _ = try Reading(text, limits: limits) }

        #expect(refusal.code == .fileTooManyRows)
        #expect(refusal.message == "The file has more than 1,000 rows.")
    }

    @Test("Every error of the sheet reader has its refusal, in a sentence with a remedy")
    func everySheetError() {
        for code in SheetError.Code.allCases {
            let refusal = Refusal(
                SheetError(code, at: "row 7", limit: 1_048_576, format: "OpenDocument"))

            #expect(refusal.message.hasSuffix("."))
            #expect(refusal.remedy.hasSuffix("."))
        }
    }

    @Test("The template can be filled in and read back")
    func template() throws {
        let bytes = try Template.workbook()

        let refusal = try #require(throws: Refusal.self) { _ = try Reading(bytes: bytes) }

        #expect(refusal.code == .fileEmpty)
    }

    @Test("Names with markup, formulas and marks of direction come through as text")
    func hostileNames() throws {
        let reading = try Reading(
            "Name,Email\n<b>x</b>,a@b.co\n=1+1,b@b.co\n\u{202E}abc,c@b.co\nA\u{7}na,d@b.co\n")

        let names = reading.rows.map(\.row.name)
        #expect(names == ["<b>x</b>", "=1+1", "\u{202E}abc", "Ana"])
    }

    private func refusal(_ text: String) throws -> Refusal {
        try #require(throws: Refusal.self) { _ = try Reading(text) }
    }
}

/// Everything that a reader hands out.
private struct Reading {
    var rows: [JudgedRow] = []
    let blank: Int
    let headings: [Field]

    init(_ text: String, limits: Limits = Limits()) throws {
        try self.init(bytes: Array(text.utf8), limits: limits)
    }

    init(bytes: [UInt8], limits: Limits = Limits()) throws {
        var reader = try RowReader(opening: .bytes(bytes), limits: limits)
        var read = try reader.next(limit: 2)
        while !read.isEmpty {
            rows += (0..<read.count).map { read[$0] }
            read = try reader.next(limit: 2)
        }
        blank = reader.blank
        headings = reader.headings.matches.map(\.field)
    }
}
