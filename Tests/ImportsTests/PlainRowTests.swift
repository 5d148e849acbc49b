import Directory
import Sheets
import Testing

@testable import Imports

@Suite("The quick way through the row rules")
struct PlainRowTests {
    @Test("It says what the rules say", arguments: Vectors.all.rows)
    func vectors(_ vector: Vectors.RowCase) {
        #expect(Self.difference(for: vector.written) == nil)
    }

    @Test("It says of every address what the rules say", arguments: Vectors.all.addresses)
    func addresses(_ vector: Vectors.Address) {
        #expect(Self.difference(for: Row(name: "Ana", email: vector.text)) == nil)
    }

    @Test("It says what the rules say of rows put together by chance")
    func chance() {
        var state: UInt64 = 42
        func pick(_ texts: [String]) -> String {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return texts[Int(state >> 33) % texts.count]
        }
        for _ in 0..<20_000 {
            let row = Row(
                firstName: pick(Self.pieces) + pick(Self.pieces), lastName: pick(Self.pieces),
                name: pick(Self.pieces) + pick(Self.pieces) + pick(Self.pieces),
                email: pick(Self.pieces) + pick(Self.locals) + pick(Self.domains)
                    + pick(Self.pieces),
                role: pick(Self.pieces) + pick(Self.roles))

            #expect(Self.difference(for: row) == nil)
        }
    }

    @Test("A text that it calls tidy stays as it is, whatever the character and where it stands")
    func everyCharacter() throws {
        let near = (0...0x3400).compactMap(Unicode.Scalar.init)
        let far = stride(from: UInt32(0x3400), to: 0x11_0000, by: 61).compactMap(
            Unicode.Scalar.init)
        for scalar in near + far {
            for text in ["\(scalar)", "a\(scalar)b", "\(scalar)b", "a\(scalar)"] {
                let isTidy = TidiedText.isTidy(Array(text.utf8).span)
                // A space outside makes it take the long way.
                let long = TidiedText(" \(text)").value

                #expect(!isTidy || long.utf8.elementsEqual(text.utf8), "\(text.debugDescription)")
            }
        }
    }

    @Test(
        "What is cut in the middle of a character is not tidy", arguments: [[0xC2], [0xE2, 0x80]])
    func cut(_ bytes: [UInt8]) {
        let isTidy = TidiedText.isTidy(bytes.span)

        #expect(!isTidy)
    }

    /// What the quick way says otherwise than the rules, in words.
    private static func difference(for written: Row) -> String? {
        var rows = JudgedRows()
        var domains = KnownDomains()
        let record = Record(number: 7, cells: Field.allCases.map { written[$0] })
        // The second time the domain is known.
        let columns: [Int?] = Array(0..<5)
        let isRow =
            rows.add(record, columns, RoleWords(), &domains)
            && rows.add(record, columns, RoleWords(), &domains)

        let judgement = RowRules().judge(written)
        if isRow != !judgement.row.isBlank { return "a row, or none" }
        for place in 0..<rows.count {
            let quick = rows[place]
            for field in Field.allCases
            where !quick.row[field].utf8.elementsEqual(judgement.row[field].utf8) {
                return "\(field): \(quick.row[field].debugDescription)"
            }
            if quick.issues != judgement.issues { return "issues: \(quick.issues)" }
            if quick.hints != judgement.hints { return "hints: \(quick.hints)" }
            if quick.emailKey.map({ Array($0.utf8) }) != judgement.emailKey.map({ Array($0.utf8) })
            {
                return "key: \(quick.emailKey ?? "none")"
            }
        }
        return nil
    }

    private static let pieces =
        Array(repeating: "", count: 12)
        + [
            "Ana", "O’Neill", "Ελένη", "Дмитрий", "伟", "田中", "José", "Jose\u{301}", "\u{301}", " ",
            "\u{A0}", "\u{2007}", "\u{202F}", "\u{2028}", "\u{85}", "\t", "\r\n", "\u{7F}",
            "\u{200B}",
            "\u{200F}", "\u{200D}", "\u{3000}", "\u{FEFF}", "\u{E000}", "\u{378}", "😀",
            String(repeating: "é", count: 99), String(repeating: "x", count: 201),
        ]
    private static let locals = ["ana", "Ana.B+c", "", "ana.", "jörg", "a b", "mailto:ana", "a--b"]
    private static let domains = [
        "@example.com", "@EXAMPLE.com", "@xn--cole-9oa.example", "@XN--cole-9oa.example",
        "@xn--cole-9oa.EXAMPLE", "@xn--a.example", "@xn--cole-9oa", "@xn--cole-9oa.example.",
        "@école.example", "@a--b.example", "@ab--c.example", "@x", "", "@", "@@example.com",
        "@example.com, b@example.com", "@xn--cole-9oa.example@x.yz",
    ]
    private static let roles = ["", "", "User", "user", "Account Admin", "ACCOUNT ADMIN", "Boss"]
}
