import Foundation
import Imports
import Sheets
import Testing

@Suite("Checking a spreadsheet by every rule")
struct SheetCheckTests {
    @Test("Rows with one address name each other, the first among them too")
    func repeated() throws {
        let rows = try rows(
            of: """
                Name,Email
                Ana,ana@example.com
                Ben,ben@example.com
                Ann,ANA@example.com
                Cy,ana@Example.com
                """)

        #expect(rows.map(\.issues) == [.emailRepeated, [], .emailRepeated, .emailRepeated])
        #expect(rows.map(\.twin) == [4, nil, 2, 2])
    }

    @Test("An address of one of the account's users is taken; without an account none is")
    func taken() throws {
        let text = "Name,Email\nAna,ana@example.com\n,ben@example.com\nAnn,ana@example.com"

        let alone = try rows(of: text)
        let there = try rows(of: text, taken: [AddressMark("ana@example.com")])

        #expect(alone.map(\.issues) == [.emailRepeated, .nameMissing, .emailRepeated])
        #expect(
            there.map(\.issues) == [
                [.emailTaken, .emailRepeated], .nameMissing, [.emailTaken, .emailRepeated],
            ])
        #expect(there[0].words.map(\.code) == ["email_taken", "email_repeated"])
    }

    @Test("Rows are numbered as the spreadsheet is")
    func numbers() throws {
        let rows = try rows(of: "Staff\n\nName,Email\nAna,a@b.co\n\n,\nAnn,a@b.co\n")

        #expect(rows.map(\.number) == [4, 7])
        #expect(rows.map(\.twin) == [7, 4])
    }

    @Test("The summary counts what the rows say, and keeps the first that are faulty")
    func summary() throws {
        for seed in 0..<200 {
            let text = Self.list(seed: UInt64(seed))
            let taken: Set = [AddressMark("u3@example.com"), AddressMark("u7@example.com")]
            let check = check(text, taken: taken)
            var rows: [CheckedRow] = []

            let tally = try check.eachRow { rows.append($0) }
            let limit = seed % 7
            let summary = try check.summary(keeping: limit)

            let faulty = rows.filter { !$0.issues.isEmpty }
            #expect(summary.tally == tally)
            #expect(tally.rows == rows.count && tally.faulty == faulty.count)
            for (kind, count) in zip(Issues.kinds, tally.ofKind) {
                #expect(rows.count { $0.issues.contains(kind.issue) } == count)
            }
            #expect(summary.problems == Array(faulty.prefix(limit)))
            #expect(rows.map(\.issues) == Self.expected(rows, taken: taken))
        }
    }

    @Test("The titles of the kinds are those above the Preview")
    func titles() throws {
        let path = URL(filePath: #filePath).appending(
            path: "../../../Sources/Pages/Assets/js/words.js")
        let script = try String(contentsOf: path.standardized, encoding: .utf8)

        for kind in Issues.kinds {
            #expect(script.contains("  \(kind.code): '\(Issues.title(ofKind: kind.code))',"))
        }
    }

    /// A list with few different addresses, so that many come again.
    private static func list(seed: UInt64) -> String {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func chance(_ below: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) % below
        }
        let lines = (0..<Int(chance(30) + 1)).map { _ in
            let name = chance(6) == 0 ? "" : "Ana"
            let user = "u\(chance(12))"
            let email = [
                "\(user)@example.com", "", "u@", "\(user.uppercased())@EXAMPLE.com",
                " \(user)@example.com\u{200B}", "ü@bücher.example", "Ü@xn--bcher-kva.example",
                "\u{A0}",
            ]
            return "\(name),\(email[Int(chance(8))]),\(chance(9) == 0 ? "boss" : "User")"
        }
        return (["Name,Email,Role", "Zoe,zoe@example.com,"] + lines).joined(separator: "\n")
    }

    /// The list rules said plainly.
    private static func expected(_ rows: [CheckedRow], taken: Set<AddressMark>) -> [Issues] {
        rows.map { one in
            var issues = RowRules().judge(one.row).issues
            guard let key = RowRules().judge(one.row).emailKey else { return issues }
            if taken.contains(AddressMark(key)) { issues.insert(.emailTaken) }
            if rows.count(where: { RowRules().judge($0.row).emailKey == key }) > 1 {
                issues.insert(.emailRepeated)
            }
            return issues
        }
    }

    private func rows(of text: String, taken: Set<AddressMark> = []) throws -> [CheckedRow] {
        var rows: [CheckedRow] = []
        _ = try check(text, taken: taken).eachRow { rows.append($0) }
        return rows
    }

    private func check(_ text: String, taken: Set<AddressMark>) -> SheetCheck {
        SheetCheck(of: .bytes(Array(text.utf8)), limits: Limits(), taken: taken)
    }
}
