import Foundation
import Testing

/// `--sheet` of `check` and `import`, and the version.
@Suite struct NamedSheetTests {
    private static func sample(_ name: String) -> String {
        SourceTree.root.appending(path: "Tests/SheetsTests/Samples/\(name)").path
    }

    @Test func aCheckJudgesTheSheetThatIsNamed() throws {
        let file = Self.sample("three_user_sheets.xlsx")

        let first = try rollbook("check", file, "--format", "json", data: nil)
        let named = try rollbook(
            "check", file, "--sheet", "users", "--format", "json", data: nil)

        #expect(first.objects.first?["first_name"] as? String == "2024Ana")
        #expect(named.objects.first?["first_name"] as? String == "Ana")
    }

    @Test func aSheetThatIsNotThereOrHasNoUsersIsRefused() throws {
        let missing = try rollbook(
            "check", Self.sample("three_user_sheets.xlsx"), "--sheet", "2026", data: nil)
        let other = try rollbook(
            "check", Self.sample("hidden_first_sheet.xlsx"), "--sheet", "Secret", data: nil)
        let text = try rollbook(
            "check", SourceTree.root.appending(path: "samples/acme-with-errors.csv").path,
            "--sheet", "Users", data: nil)

        #expect(missing.status == 2 && other.status == 2 && text.status == 2)
        #expect(
            missing.complaint.contains(
                "There is no sheet “2026”. The file has “2024”, “2025”, “Users”."))
        #expect(other.complaint.contains("no row with the headings"))
        #expect(text.complaint.contains("A text file has no sheets"))
    }

    @Test func anImportAddsTheUsersOfTheSheetThatIsNamedAndNoOtherSheetGoesOnWithIt() throws {
        try withDirectory { data in
            _ = try rollbook("account", "add", "Acme", data: data)
            let file = Self.sample("three_user_sheets.xlsx")
            let common = ["import", file, "--account", "acme", "--format", "json"]

            let named = try rollbook(common + ["--sheet", "Users"], data: data)
            let first = try rollbook(common, data: data)
            let again = try rollbook(common + ["--sheet", "USERS"], data: data)

            #expect(named.objects.first?["import"] as? Int == 1)
            #expect(first.objects.first?["import"] as? Int == 2)
            #expect(again.objects.first?["import"] as? Int == 1)
        }
    }

    @Test func theVersionIsSaidAndStandsInTheManual() throws {
        let version = try rollbook("--version", data: nil)
        let page = try rollbook("manual", data: nil).output

        #expect(version.status == 0)
        #expect(version.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
        let name = version.output.trimmingCharacters(in: .newlines)
        #expect(page.hasPrefix(".TH \"ROLLBOOK\" \"1\" \"\" \"Rollbook \(name)\" "))
        #expect(page.contains(".B \"\\-\\-version\"\n"))
    }
}
