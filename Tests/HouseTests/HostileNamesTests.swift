import Foundation
import Sheets
import Testing

/// 500 names that were made to break something: through `check`, `import`, the list of users and the
/// Users page they come out as they went in, tidied as docs/rules.md says, or are refused with the reason.
@Suite struct HostileNamesTests {
    /// A name as it is written and as it is kept; nil: it is refused.
    struct Name {
        let written: String
        let kept: String?

        init(_ written: String) {
            self.init(written, kept: written)
        }

        init(_ written: String, kept: String?) {
            self.written = written
            self.kept = kept
        }
    }

    private static let password = "anna-looks-after-things"

    @Test(arguments: ["users.csv", "users.xlsx"])
    func everyNameComesOutAsItWentInOrIsRefusedWithTheReason(_ format: String) throws {
        let names = Self.names
        #expect(names.count == 500)
        try withDirectory { data in
            let file = data + "/" + format
            try Self.write(names, to: file)
            _ = try rollbook("account", "add", "Acme", data: data)

            try expectChecked(names, rollbook("check", file, "--format", "json", data: nil))
            let text = try rollbook("check", file, data: nil)
            let imported = try rollbook(
                "import", file, "--account", "Acme", "--format", "json", data: data)
            let listed = try rollbook(
                "user", "list", "--account", "Acme", "--format", "json", data: data)
            let shown = try usersPage(data)

            let kept = names.compactMap(\.kept)
            #expect(!text.output.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
            #expect(imported.objects.first?["added"] as? Int == kept.count)
            #expect(
                Self.sorted(listed.objects.map { $0["name"] as? String ?? "" }) == Self.sorted(kept)
            )
            #expect(Self.sorted(shown) == Self.sorted(kept + ["Anna"]))
        }
    }

    private func expectChecked(_ names: [Name], _ answer: Program.Outcome) {
        let rows = answer.objects.dropLast()
        #expect(rows.count == names.count && answer.status == 1)
        for (row, name) in zip(rows, names) {
            let issues = (row["issues"] as? [[String: Any]] ?? []).map { $0["code"] as? String }
            if let kept = name.kept {
                #expect(Array((row["name"] as? String ?? "").utf8) == Array(kept.utf8))
                #expect(issues.isEmpty, "\(name.written)")
            } else {
                #expect(
                    ["name_missing", "name_too_long"].contains(issues.first), "\(name.written)")
            }
        }
    }

    /// Every name of the account's Users page, read as a browser does.
    private func usersPage(_ data: String) throws -> [String] {
        _ = try rollbook(
            "user", "add", "--account", "Acme", "--email", "anna@acme.example", "--name", "Anna",
            "--role", "account-admin", "--password-stdin", data: data, input: Self.password + "\n")
        let accounts = try rollbook("account", "list", "--format", "json", data: data)
        let account = try #require(accounts.objects.first?["id"] as? String)
        let server = try Serving(data: data)
        defer { server.kill() }
        let cookie = try server.signIn(email: "anna@acme.example", password: Self.password)
        var names: [String] = []
        var path: String? = "/accounts/\(account)/users"
        while let next = path, names.count < 1_000 {
            let page = try server.ask("GET", next, ["Cookie: \(cookie)"])
            names += page.matches(
                of: #/<div class="who"><span[^>]*>[^<]*</span><a [^>]*>(.*?)</a>/#
                    .dotMatchesNewlines()
            )
            .map { Self.text(of: String($0.output.1)) }
            path = page.firstMatch(of: #/rel="next" href="([^"]*)"/#)
                .map { Self.text(of: String($0.output.1)) }
        }
        return names
    }

    /// What a browser shows of markup without scripts.
    private static func text(of markup: String) -> String {
        markup.replacing(/<\/?bdi[^>]*>/, with: "").replacing("&lt;", with: "<")
            .replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }

    /// By code points: Swift takes composed and decomposed letters for equal.
    private static func sorted(_ names: [String]) -> [[UInt8]] {
        names.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
    }

    private static func write(_ names: [Name], to file: String) throws {
        let rows = names.enumerated().map { [$1.written, "u\($0)@example.com"] }
        if file.hasSuffix(".xlsx") {
            let writer = try SheetWriter(path: file, sheet: "Users", headings: ["NAME", "EMAIL"])
            for row in rows { try writer.write(row) }
            try writer.close()
        } else {
            let lines = ([["NAME", "EMAIL"]] + rows).map { cells in
                cells.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
            }
            try Data(lines.joined(separator: "\r\n").utf8).write(to: URL(filePath: file))
        }
    }
}

extension HostileNamesTests {
    /// 25 shapes of names, each around 20 words.
    static var names: [Name] {
        let words = [
            "Ana", "O’Brien", "Müller", "田中", "أحمد", "דוד", "Zoë", "Łukasz", "Σίσυφος", "Иван",
            "नमस्ते",
            "สมชาย", "👩‍👩‍👧‍👦", "𝒜𝓃𝒶", "e\u{301}clair", "null", "undefined", "0", "true", "Robert",
        ]
        return words.enumerated().flatMap { number, word in
            same.map { Name($0.replacing("@", with: word)) }
                + tidied.map {
                    Name(
                        $0.written.replacing("@", with: word),
                        kept: $0.kept.replacing("@", with: word))
                }
                + [
                    Name(String(repeating: "W", count: 10_000) + word, kept: nil),
                    Name("\u{2060}" + String(repeating: "\u{200B}", count: number + 1), kept: nil),
                ]
        }
    }

    private static let same = [
        "<script>alert('@')</script>", "<img src=x onerror=\"@()\">", "</title></bdi></a>@<!--",
        "\" onfocus=\"@\" autofocus x=\"", "' OR '1'='1' -- @", "@'); DROP TABLE users;--",
        "=1+1+@", "+@+cmd|' /C calc'!A0", "-@-2", "@SUM(1)", "=HYPERLINK(\"http://x\",\"@\")",
        "&lt;@&amp;&#39;", "{{@}} ${@} #{@} %s %n %x", "\\n\\u0000\\\\@", "\"\"@\"\"",
        "\u{202E}@\u{202C}gnp.exe", "\u{2067}@\u{2069}", "@\u{1F1E9}\u{1F1EA}🏳️‍🌈",
        "@ Z\u{0334}\u{0341}\u{0302}\u{0489}algo", "@;\t;".replacing("\t", with: ","),
    ]

    private static let tidied: [(written: String, kept: String)] = [
        ("  @\u{A0}", "@"), ("@\u{7}\u{1B}[31m", "@[31m"), ("@\r\n@", "@ @"),
    ]
}
