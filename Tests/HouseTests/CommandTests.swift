import Foundation
import Testing

/// The command line as scripts see it: what it prints, and how it leaves.
@Suite struct CommandTests {
    @Test func accountsAndUsersAreAddedAndListed() throws {
        try withDirectory { data in
            let northwind = try rollbook(
                "account", "add", "Northwind", "--format", "json", data: data)
            let acme = try rollbook("account", "add", "Acme", "--partner", "Northwind", data: data)
            let anna = try rollbook(
                "user", "add", "--account", "acme", "--email", "anna@acme.example",
                "--first-name", "Anna", "--role", "account-admin", "--password-stdin", data: data,
                input: "a-long-way-to-the-office\n")
            let accounts = try rollbook("account", "list", data: data)
            let users = try rollbook(
                "user", "list", "--account", "Acme", "--format", "json", data: data)

            #expect(northwind.status == 0)
            #expect(northwind.output.hasPrefix("{\"id\":"))
            #expect(acme.status == 0)
            #expect(anna.status == 0)
            #expect(accounts.output.contains("Acme"))
            #expect(users.output.contains(#""email":"anna@acme.example""#))
            #expect(users.output.contains(#""role":"account_admin","registered":true"#))
        }
    }

    @Test func aRefusalIsOneSentenceAndStatusTwo() throws {
        try withDirectory { data in
            _ = try rollbook("account", "add", "Acme", data: data)
            for arguments in [
                ["account", "add", "ACME"], ["user", "list", "--account", "Nobody"],
                ["user", "add", "--account", "Acme", "--email", "nowhere"],
                ["account", "add", ""], ["check", "nowhere.csv", "--account", "Acme"],
                ["import", "nowhere.csv", "--account", "Acme"],
                ["check", "/dev/null", "--account", "Nobody"],
                ["import", data, "--account", "Acme"],
            ] {
                let answer = try rollbook(arguments, data: data)
                #expect(answer.status == 2, "\(arguments)")
                #expect(answer.output == "")
                #expect(answer.complaint.hasPrefix("rollbook: "))
                #expect(answer.complaint.split(separator: "\n").count == 1)
            }
        }
    }

    @Test(arguments: [
        ["nonsense"], ["account", "add"], ["serve", "--port", "many"],
        ["serve", "--port", "70000"], ["serve", "--port", "-1"], ["user", "add"],
        ["account", "list", "--format", "xml"], ["read"], ["import", "users.csv"],
        ["check", "users.csv", "--role", "user"],
        ["user", "add", "--account", "Acme", "--email", "a@b.co", "--role", "boss"],
    ])
    func aSlipOfThePenIsStatus64(_ arguments: [String]) throws {
        #expect(try rollbook(arguments, data: nil).status == 64)
    }

    @Test func theTemplateIsAWorkbook() throws {
        try withDirectory { data in
            let file = data + "/template.xlsx"
            let written = try rollbook(["template", file], data: nil)

            #expect(written.status == 0)
            let bytes = try Data(contentsOf: URL(filePath: file))
            #expect(bytes.starts(with: Data("PK".utf8)))
        }
    }

    @Test func theTemplateIsNotWrittenOverAFilledInOne() throws {
        try withDirectory { data in
            let file = try write("filled in", to: "template.xlsx", in: data)

            let answer = try rollbook(["template", file], data: nil)

            #expect(answer.status == 2)
            #expect(answer.complaint.contains("already"))
            #expect(try String(contentsOfFile: file, encoding: .utf8) == "filled in")
        }
    }

    @Test func theDemoIsNotAnnouncedInADatabaseThatHasAccounts() throws {
        try withDirectory { data in
            _ = try rollbook("account", "add", "Acme", data: data)

            let answer = try rollbook(
                ["serve", "--demo", "--host", "300.1.1.1"], data: data)

            #expect(answer.status == 2)
            #expect(answer.output.contains("has accounts already"))
            #expect(!answer.output.contains("anna@acme.example"))
            #expect(answer.complaint.contains("This machine has no address 300.1.1.1"))
        }
    }

    @Test func aUserWhoIsHereAlreadyIsNamedWithoutARow() throws {
        try withDirectory { data in
            _ = try rollbook("account", "add", "Acme", data: data)
            let ana = ["--account", "Acme", "--email", "ana@acme.example", "--name", "Ana"]
            _ = try rollbook(["user", "add"] + ana, data: data)

            let again = try rollbook(["user", "add"] + ana, data: data)

            #expect(again.status == 2)
            #expect(
                again.complaint
                    == "rollbook: ana@acme.example belongs to a user of this account already.\n")
        }
    }

    @Test func aNameOfSeveralAccountsIsRefusedWithTheirIDs() throws {
        try withDirectory { data in
            _ = try rollbook("account", "add", "Northwind", data: data)
            _ = try rollbook("account", "add", "Acme", data: data)
            let second = try rollbook(
                "account", "add", "Acme", "--partner", "Northwind", "--format", "json", data: data)
            let id = try #require(second.objects.first?["id"] as? String)

            let listed = try rollbook("user", "list", "--account", "Acme", data: data)
            let meant = try rollbook("user", "list", "--account", id, data: data)

            #expect(listed.status == 2)
            #expect(listed.complaint.contains(id))
            #expect(meant.status == 0)
        }
    }

    @Test func aRoleIsTakenWithAHyphenToo() throws {
        try withDirectory { data in
            _ = try rollbook("account", "add", "Acme", data: data)
            for role in ["user", "account_admin", "account-admin"] {
                let answer = try rollbook(
                    "user", "add", "--account", "Acme", "--email", "\(role)@acme.example", "--name",
                    "Ana", "--role", role, "--format", "json", data: data)
                #expect(answer.objects.first?["role"] as? String == role.replacing("-", with: "_"))
            }
        }
    }

    @Test func onlyServeAndAccountAddMakeADatabase() throws {
        try withDirectory { directory in
            let mistyped = directory + "/dta"
            for arguments in [
                ["account", "list"], ["user", "list", "--account", "Acme"],
                ["user", "add", "--account", "Acme", "--email", "a@b.co"],
                ["check", "samples/acme-new-users.xlsx", "--account", "Acme"],
                ["import", "samples/acme-new-users.xlsx", "--account", "Acme"],
            ] {
                let answer = try rollbook(arguments, data: mistyped)
                #expect(answer.status == 2)
                #expect(answer.complaint.contains("no database in \(mistyped)"))
                #expect(!FileManager.default.fileExists(atPath: mistyped))
            }

            let added = try rollbook("account", "add", "Acme", data: mistyped)

            #expect(added.status == 0)
            #expect(added.complaint == "Made a new database in \(mistyped).\n")
        }
    }

    @Test func aTableStaysOneTableOverSeveralPages() throws {
        try withDirectory { data in
            _ = try rollbook("account", "add", "Acme", data: data)
            let lines = (100..<450).map { "Ana \($0),u\($0)@example.com" }
            let file = try write(
                (["Name,Email"] + lines).joined(separator: "\n"), to: "u.csv", in: data)
            _ = try rollbook("import", file, "--account", "Acme", data: data)

            let users = try rollbook("user", "list", "--account", "Acme", data: data)

            let printed = users.output.split(separator: "\n")
            #expect(printed.count == 351)
            #expect(printed.count { $0.hasPrefix("ID") } == 1)
            #expect(printed.dropFirst().allSatisfy { $0.contains("  Ana ") })
        }
    }
}
