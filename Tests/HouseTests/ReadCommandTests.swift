import Foundation
import Testing

@testable import RollbookCommand

/// `rollbook read`: what it prints, and how it ends.
@Suite struct ReadCommandTests {
    @Test func recordsArePrintedAsCSVThatReadsTheSameAgain() throws {
        try withDirectory { directory in
            let text = "a,\"b, c\",\"d \"\"e\"\"\"\r\n,,\r\n,\"f\ng\",=1+1,\r\n"
            let file = try write("\n" + text + "\r\n", to: "list.csv", in: directory)

            let once = try rollbook("read", file, data: nil)
            let again = try write(once.output, to: "again.csv", in: directory)

            #expect(once.status == 0)
            #expect(once.output == text)
            #expect(try rollbook("read", again, data: nil).output == once.output)
        }
    }

    @Test func jsonIsOneArrayARecord() throws {
        try withDirectory { directory in
            let file = try write("a;\"b \"\"\n\"\n\nü\n", to: "list.csv", in: directory)

            let answer = try rollbook("read", file, "--format", "json", data: nil)

            #expect(answer.output == "[\"a\",\"b \\\"\\n\"]\n[\"ü\"]\n")
        }
    }

    @Test func aWorkbooksRowsKeepTheirPlaces() throws {
        let file = Self.sample("row_gap.xlsx")

        let answer = try rollbook("read", file, data: nil)

        let lines = answer.output.split(
            separator: "\r\n", omittingEmptySubsequences: false)
        #expect(lines[0].hasPrefix("FIRST NAME,"))
        #expect(Array(lines[1...3]) == ["", "", ""])
        #expect(lines[4].hasPrefix("Ana,"))
    }

    @Test func aSheetIsReadByItsName() throws {
        let file = SourceTree.root.appending(path: "samples/acme-new-users.xlsx").path

        let named = try rollbook("read", file, "--sheet", "USERS", data: nil)
        let wrong = try rollbook("read", file, "--sheet", "Usres", data: nil)

        #expect(try named.output == rollbook("read", file, data: nil).output)
        #expect(wrong.status == 2)
        #expect(wrong.complaint.contains("There is no sheet “Usres”. The file has “Users”"))
    }

    @Test func aHiddenSheetIsReadOnlyByItsName() throws {
        let file = Self.sample("hidden_first_sheet.xlsx")

        let first = try rollbook("read", file, data: nil)
        let complaint = try rollbook("read", file, "--sheet", "?", data: nil).complaint
        let hidden = try #require(complaint.firstMatch(of: /The file has “([^”]*)”/)?.output.1)
        let named = try rollbook("read", file, "--sheet", String(hidden), data: nil)

        #expect(named.status == 0)
        #expect(named.output != first.output)
    }

    @Test func whatCannotBeReadIsRefusedInTheWordsOfThePanel() throws {
        for (name, words) in [
            ("biff8.xls", "file of another kind"), ("corrupt_deflate.xlsx", "damaged"),
            ("password_secret.xlsx", "protected by a password"),
        ] {
            let answer = try rollbook("read", Self.sample(name), data: nil)
            #expect(answer.status == 2)
            #expect(answer.complaint.contains(words))
            #expect(answer.complaint.split(separator: "\n").count == 1)
        }
    }

    @Test(arguments: ["read", "check"])
    func aReaderWhoHasSeenEnoughEndsItQuietly(_ command: String) throws {
        try withDirectory { directory in
            let lines = (1...20_000).map { "Ana \($0),u\($0)@example.com" }
            let file = try write(
                (["Name,Email"] + lines).joined(separator: "\n"), to: "long.csv", in: directory)
            let script = """
                '\(Program.path)' \(command) '\(file)' --format json | head -1 >'\(directory)/out'
                echo "${PIPESTATUS[0]}"
                """

            let answer = try Program.shell(script, in: directory)

            #expect(answer.output == "141\n")
            #expect(answer.complaint == "")
        }
    }

    @Test func aFullDiskIsSaid() throws {
        let file = SourceTree.root.appending(path: "samples/acme-new-users.xlsx").path

        let answer = try Program.shell("'\(Program.path)' read '\(file)' >/dev/full", in: "/")

        #expect(answer.status == 2)
        #expect(answer.complaint.hasPrefix("rollbook: The output can't be written"))
    }

    @Test func aBarIsAsWideFromTheStartToTheEnd() {
        let lines = [0, 0.07, 0.5, 1, 7].map { ProgressBar.line("Reading", $0) }

        #expect(Set(lines.map(\.count)).count == 1)
        #expect(lines.allSatisfy { $0.count < 60 })
        #expect(lines.last?.hasSuffix("100 %") == true)
    }

    private static func sample(_ name: String) -> String {
        SourceTree.root.appending(path: "Tests/SheetsTests/Samples/\(name)").path
    }
}
