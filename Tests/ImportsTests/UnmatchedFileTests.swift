import Directory
import Imports
import Sheets
import Testing

@Suite("Files whose headings don't say which column holds what")
struct UnmatchedFileTests {
    @Test(
        "A column whose heading is known in one of seven languages is proposed by it, in capitals too",
        arguments: [
            ("Staff;First name;E-MAIL", Field.firstName), ("Team;NACHNAME;e-mail", .lastName),
            ("Equipe;Prénom;E-mail", .firstName), ("Grupo;APELLIDOS;Correo", .lastName),
            ("Squadra;Cognome;E-mail", .lastName), ("Equipa;Sobrenome;Email", .lastName),
            ("Ploeg;ACHTERNAAM;E-mailadres", .lastName),
        ])
    func languages(_ headings: String, _ field: Field) throws {
        let sheet = try sheet("\(headings);Courriel\nx;Ana;ana@example.com;b@example.com")

        #expect(sheet.headingRow == 1)
        #expect(sheet.columns.map(\.proposal) == [nil, field, nil, nil])
        #expect(sheet.columns.map(\.reason) == [nil, .heading, .several, .several])
    }

    @Test(
        "A column full of addresses is EMAIL, one of known roles is ROLE, and nothing else is guessed"
    )
    func content() throws {
        let sheet = try sheet(
            """
            Kontakt,Wer,Rang,Ort
            ana@example.com,Ana Silva,User,Graz
            ben@example.com,Ben Roth,account admin,Wien
            """)

        #expect(sheet.headingRow == 1)
        #expect(sheet.columns.map(\.heading) == ["Kontakt", "Wer", "Rang", "Ort"])
        #expect(sheet.columns.map(\.proposal) == [.email, nil, .role, nil])
        #expect(sheet.columns[0].reason == .content)
        #expect(sheet.columns[1].examples == ["Ana Silva", "Ben Roth"])
    }

    @Test("Addresses alone are users from the first line on")
    func noHeadings() throws {
        let text = "ana@example.com\nben@example.com\n"
        let file = try #require(try UnmatchedFile(reading: .bytes(Array(text.utf8))))
        let choices = MatchChoices(sheet: 1, columns: [(1, .email)], roles: [])

        let reading = try Reading(text, as: try file.mapping(for: choices))

        #expect(file.sheets[0].headingRow == nil)
        #expect(file.sheets[0].columns.map(\.proposal) == [.email])
        #expect(file.sheets[0].headingsText == nil)
        #expect(reading.rows.map(\.number) == [1, 2])
        #expect(reading.rows.map(\.row.email) == ["ana@example.com", "ben@example.com"])
    }

    @Test("Between two columns of addresses a person chooses")
    func twoAddresses() throws {
        let byHeading = try sheet("Name,Email,E-Mail\nAna,ana@example.com,a@example.org")
        let byContent = try sheet("Wer,Büro,Daheim\nAna,ana@example.com,a@example.org")

        #expect(byHeading.columns.map(\.proposal) == [.name, nil, nil])
        #expect(byHeading.columns.map(\.reason) == [.heading, .several, .several])
        #expect(byContent.columns.map(\.reason) == [nil, .several, .several])
    }

    @Test("Headings may stand below a title, and a column without one has its examples")
    func title() throws {
        let sheet = try sheet(
            "Our staff\n\nWer,Kontakt,\nAna,ana@example.com,7\nBen,ben@example.com,8\nBen,c@example.com,9\nDi,d@example.com,10"
        )

        #expect(sheet.headingRow == 3)
        #expect(sheet.columns.map(\.heading) == ["Wer", "Kontakt", ""])
        #expect(sheet.columns.map(\.letters) == ["A", "B", "C"])
        #expect(sheet.columns[2].examples == ["7", "8", "9"])
    }

    @Test("Words that are no role are counted, the most frequent first, in any letter case")
    func roleWords() throws {
        let users = (0..<500).map { "u\($0)@example.com,\($0 % 5 == 0 ? "Chef" : "member ")" }
        let text = (["Kontakt,Rang"] + users + ["x@example.com,CHEF", "y@example.com,User"])
            .joined(separator: "\n")
        let file = try #require(try UnmatchedFile(reading: .bytes(Array(text.utf8))))
        let words = file.sheets[0].columns[1].words
        let choices = MatchChoices(
            sheet: 1, columns: [(1, .email), (2, .role)], roles: [("Chef", .accountAdmin)])

        let reading = try Reading(text, as: try file.mapping(for: choices))

        #expect(words.map(\.word) == ["member", "CHEF"])
        #expect(words.map(\.count) == [400, 101])
        #expect(file.sheets[0].columns[0].words == [])
        #expect(reading.rows[0].row.role == "Account Admin")
        #expect(reading.rows[1].row.role == "member")
        #expect(reading.rows[1].issues.contains(.roleUnknown))
        #expect(reading.rows[500].row.role == "Account Admin")
    }

    @Test(
        "Headings that are hostile are shown short, and of very many columns the first and those that matter"
    )
    func hostile() throws {
        let long = String(repeating: "<b>é", count: 5_000)
        let short = try sheet("\(long),\u{202E}Kontakt,\u{0007}\nAna,ana@example.com,x")
        let wide = try sheet(
            (0..<16_000).map { "h\($0)" }.joined(separator: ",") + ",Email\n"
                + String(repeating: "x,", count: 16_000) + "ana@example.com")

        #expect(short.columns.map(\.heading.count) == [120, 8, 0])
        #expect(wide.columns.count == 201)
        #expect(wide.columns.last?.proposal == .email)
        #expect(wide.more == 15_800)
    }

    @Test(
        "Where nothing is like an address, or nobody is a user, there is nothing to choose from",
        arguments: ["COLOUR,SIZE\n1,2", "Name,Phone\nAna,123", "Email,Wer\n", "", "\n\n"])
    func nothing(_ text: String) {
        let file = try? UnmatchedFile(reading: .bytes(Array(text.utf8)))

        #expect(file == .some(nil) || file == nil)
    }

    @Test("Of choices that don't fit everything is said at once")
    func problems() throws {
        let text = "Wer,Kontakt\nAna,ana@example.com"
        let file = try #require(try UnmatchedFile(reading: .bytes(Array(text.utf8))))
        let choices = MatchChoices(
            sheet: 1, columns: [(1, .name), (1, .role), (9, .name)], roles: [])

        let problems = #expect(throws: MatchProblems.self) { try file.mapping(for: choices) }
        let sheet = #expect(throws: MatchProblems.self) {
            try file.mapping(for: MatchChoices(sheet: 2, columns: [], roles: []))
        }

        #expect(
            problems?.all.map(\.message) == [
                "A column can hold only one field.", "The sheet has no column 9.",
                "Only one column can hold NAME.", "Choose which column holds EMAIL.",
            ])
        #expect(problems?.all.map(\.column) == [1, 9, 9, nil])
        #expect(sheet?.all.map(\.message) == ["The file has no sheet 2 to choose."])
    }

    @Test("Two files with the same headings are told by their text")
    func headingsText() throws {
        let one = try sheet("Wer,KONTAKT\nAna,ana@example.com")
        let two = try sheet("wer,Kontakt\nBen,ben@example.com\nC,c@example.com")
        let other = try sheet("Kontakt,wer\nben@example.com,Ben")

        #expect(one.headingsText == two.headingsText)
        #expect(one.headingsText != other.headingsText)
    }

    private func sheet(_ text: String) throws -> UnmatchedSheet {
        let file = try #require(try UnmatchedFile(reading: .bytes(Array(text.utf8))))
        return try #require(file.sheets.first)
    }

    /// The users of a file, read as somebody chose.
    private struct Reading {
        var rows: [JudgedRow] = []

        init(_ text: String, as mapping: ColumnMapping) throws {
            var reader = try RowReader(opening: .bytes(Array(text.utf8)), as: mapping)
            let read = try reader.next(limit: 10_000)
            for place in 0..<read.count { rows.append(read[place]) }
        }
    }
}
