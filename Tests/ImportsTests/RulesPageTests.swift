import Directory
import Imports
import Sheets
import Testing

@Suite("The page of rules tells the truth")
struct RulesPageTests {
    @Test("Every issue is there with its words")
    func issues() throws {
        let table = try RulesPage().table("Code", "Kind", "When")
        let row = Row(email: "ana@example.com", role: "Manger")
        let words = IssueWords.all(
            for: Issues.ofRow.union(.ofList), of: row, twin: 70, holder: "Ana Silva")

        #expect(try table.map { try RulesPage.quoted($0[0])[0] } == Issues.kinds.map(\.code))
        for (line, word) in zip(table, words) where word.code != "email_malformed" {
            #expect(line[3] == word.status)
            #expect(line[4] == word.card)
            #expect(line[5] == word.fixes.map(\.words).joined(separator: ", "))
        }
        for (line, kind) in zip(table, Issues.kinds) {
            #expect(line[1] == (Issues.ofRow.contains(kind.issue) ? "row" : "list"))
        }
    }

    @Test("Every example of tidying comes out as written")
    func tidying() throws {
        for line in try RulesPage().table("Field", "Written", "Kept") {
            let field = try #require(Field.allCases.first { $0.heading == line[0] })
            var row = Row()
            row[field] = try RulesPage.quoted(line[1])[0]

            let kept = RowRules().judge(row).row[field]

            #expect(Array(kept.utf8) == Array(try RulesPage.quoted(line[2])[0].utf8))
        }
    }

    @Test("Every example of a role means what the page says")
    func roles() throws {
        for line in try RulesPage().table("ROLE", "Means") {
            let row = Row(name: "Ana", email: "a@b.co", role: try RulesPage.quoted(line[0])[0])

            let judgement = RowRules().judge(row)

            if line[1] == "issue" {
                #expect(judgement.issues == .roleUnknown)
            } else {
                #expect(judgement.issues == [])
                #expect((Role(title: judgement.row.role) ?? .user).title == line[1])
            }
        }
    }

    @Test("Every example of an address is shown and compared as written")
    func addresses() throws {
        for line in try RulesPage().table("Written", "Shown", "Key") {
            let texts = try line.map { try RulesPage.quoted($0)[0] }

            let address = try EmailAddress(texts[0])

            #expect(Array(address.text.utf8) == Array(texts[1].utf8))
            #expect(Array(address.key.utf8) == Array(texts[2].utf8))
        }
    }

    @Test("Every reason is there in its order, with its words, an example and its repairs")
    func malformed() throws {
        let table = try RulesPage().table("Reason", "STATUS", "Card")
        for line in table {
            let example = try RulesPage.quoted(line[3])[0]

            let malformed = try #require(throws: EmailAddress.Malformed.self) {
                try EmailAddress(example)
            }

            #expect(try [malformed.reason.rawValue] == RulesPage.quoted(line[0]))
            #expect([malformed.status, malformed.card] == [line[1], line[2]])
            #expect(try malformed.repairs == RulesPage.quoted(line[4]))
        }
        let reasons = try table.map { try RulesPage.quoted($0[0])[0] }
        let inOrder = EmailAddress.Malformed.Reason.allCases.map(\.rawValue)
        #expect(reasons.reduce(into: []) { if $0.last != $1 { $0.append($1) } } == inOrder)
    }

    @Test("What the page says isn't accepted is not")
    func notAccepted() {
        for text in ["\"ana silva\"@example.com", "ana@[192.0.2.1]", "ana(x)@example.com"] {
            #expect(throws: EmailAddress.Malformed.self) { try EmailAddress(text) }
        }
    }

    @Test("Every heading of every language is understood")
    func headings() throws {
        for line in try RulesPage().table("Field", "English", "German") {
            for heading in line.dropFirst().flatMap({ $0.split(separator: ", ") }) {
                let headings = Headings([String(heading)])

                #expect(headings.matches.map(\.field.heading) == [line[0]], "\(heading)")
            }
        }
    }

    @Test("Every refusal of a file is said as written")
    func refusals() throws {
        let known = try Self.refusals().map { [$0.code.rawValue, $0.message, $0.remedy] }
        let table = try RulesPage().table("Code", "What is said", "What to do")

        for line in table {
            let code = try RulesPage.quoted(line[0])[0]
            #expect(known.contains([code, line[1], line[2]]), "\(line)")
        }
        #expect(try Set(known.map { $0[0] }) == Set(table.map { try RulesPage.quoted($0[0])[0] }))
    }

    private static func refusals() throws -> [Refusal] {
        let limits: [SheetError.Code: Int] = [
            .tooLarge: 256 << 20, .inflatesTooMuch: 2 << 30, .tooManyRows: 1_048_576,
            .cellTooLong: 32_767,
        ]
        let ofSheets = SheetError.Code.allCases.map { code in
            Refusal(
                SheetError(
                    code, at: "row 7", limit: limits[code], format: "Excel 97 workbook (.xls)"))
        }
        let ofKinds = ["Numbers document", "PDF", "JSON", "gzip archive"].map(Refusal.foreign)
        let ofHeadings = try ["Name,Phone\nAna,1\n", "Name,Email,E-Mail\nAna,a@b.co,\n"].map {
            text in
            try #require(throws: Refusal.self) {
                _ = try RowReader(opening: .bytes(Array(text.utf8)))
            }
        }
        return ofSheets + ofKinds + ofHeadings
    }
}

extension IssueWords.Fix {
    fileprivate var words: String {
        switch self {
        case .change(let text): "change to \(text)"
        case .role(let role): role.title
        case .goToRow(let number): "go to row \(number)"
        case .deleteRow: "delete the row"
        }
    }
}
