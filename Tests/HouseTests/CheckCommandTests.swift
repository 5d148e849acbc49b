import Foundation
import Testing

/// `rollbook check`: what it prints, and that it changes nothing.
@Suite struct CheckCommandTests {
    private static let list = """
        Name;Email;Role
        Ana;ana@example.com;User
        ;bo.example.com;
         Ann ;ANA@example.com;boss
        Cy;cy@example,com;Account Admin
        """

    @Test func eachRowIsOneObjectAndTheCountsComeLast() throws {
        try withDirectory { directory in
            let file = try write(Self.list, to: "users.csv", in: directory)

            let answer = try rollbook("check", file, "--format", "json", data: nil)

            #expect(answer.status == 1)
            #expect(answer.complaint == "")
            let lines = answer.output.split(separator: "\n")
            #expect(
                lines.first == """
                    {"line":2,"first_name":"","last_name":"","name":"Ana","email":"ana@example.com",\
                    "role":"User","issues":[{"code":"email_repeated","field":"email",\
                    "message":"Row 4 has the same email. Change one of them or delete one.","row":4}],\
                    "hints":[]}
                    """)
            #expect(lines.last == #"{"rows":4,"clean":0,"faulty":4}"#)
            let issues = answer.objects.dropLast().map { row in
                (row["issues"] as? [[String: Any]] ?? []).map { $0["code"] as? String }
            }
            #expect(
                issues == [
                    ["email_repeated"], ["name_missing", "email_malformed"],
                    ["email_repeated", "role_unknown"], ["email_malformed"],
                ])
            #expect(answer.objects[2]["hints"] as? [String] == ["tidied"])
            let malformed = try #require(answer.objects[3]["issues"] as? [[String: Any]])
            #expect(malformed[0]["reason"] as? String == "comma")
        }
    }

    @Test func aCleanListIsStatusZero() throws {
        let file = SourceTree.root.appending(path: "samples/acme-new-users.xlsx").path

        let text = try rollbook("check", file, data: nil)
        let json = try rollbook("check", file, "--format", "json", data: nil)

        #expect(text.status == 0 && json.status == 0)
        #expect(text.output == "acme-new-users.xlsx: 40 rows, no errors.\n")
        #expect(json.objects.count == 41)
        #expect(json.objects.last?["faulty"] as? Int == 0)
    }

    @Test func theReportFitsIntoEightyColumns() throws {
        try withDirectory { directory in
            let long = String(repeating: "田", count: 200)
            let lines = (1...50).map { "\(long)\($0);\u{202E}\(long)@\($0);\(long)" }
            let file = try write(
                (["Name;Email;Role"] + lines).joined(separator: "\n"),
                to: String(repeating: "長", count: 60) + ".csv", in: directory)

            let answer = try rollbook("check", file, data: nil)

            #expect(answer.status == 1)
            #expect(answer.output.contains("30 more rows with errors"))
            for line in answer.output.split(separator: "\n") {
                let wide = line.unicodeScalars.count { $0.value > 0x2E80 }
                #expect(line.unicodeScalars.count + wide <= 80, "\(line)")
                #expect(!line.unicodeScalars.contains("\u{202E}"))
            }
        }
    }

    @Test func theReportNamesCountsRowsAndRepairs() throws {
        try withDirectory { directory in
            let file = try write(Self.list, to: "users.csv", in: directory)

            let answer = try rollbook("check", file, data: nil)

            #expect(
                answer.output == """
                    users.csv: 4 rows, 4 with errors, 0 without.

                      2  Email not valid
                      2  Same email twice
                      1  No name
                      1  Unknown role

                    ROW  WHAT TO DO              WHERE
                      2  Same email as row 4     ana@example.com
                      3  Enter a name            bo.example.com
                         Add the missing @       bo.example.com
                      4  Same email as row 2     ana@example.com
                         “boss” is not a role    ana@example.com
                      5  Use a dot, not a comma  cy@example,com
                                               → cy@example.com

                    """)
        }
    }

    @Test func anAccountsAddressesAreTakenAndItsDatabaseStaysAsItIs() throws {
        try withDirectory { data in
            _ = try rollbook("account", "add", "Acme", data: data)
            _ = try rollbook(
                "user", "add", "--account", "Acme", "--name", "Cy", "--email", "cy@example.com",
                data: data)
            let file = try write("Name,Email\nCy,CY@example.com", to: "users.csv", in: "/tmp")
            defer { try? FileManager.default.removeItem(atPath: file) }
            let before = try snapshot(of: data)

            let alone = try rollbook("check", file, data: nil)
            let there = try rollbook("check", file, "--account", "acme", data: data)
            let rehearsed = try rollbook(
                "import", file, "--account", "acme", "--dry-run", data: data)

            #expect(alone.status == 0)
            #expect(there.status == 1)
            #expect(there.output.contains("Already a user here"))
            #expect(rehearsed.output == there.output && rehearsed.status == 1)
            #expect(try snapshot(of: data) == before)
        }
    }

    @Test func headingsAndLimitsAreRefusedInTheWordsOfThePanel() throws {
        try withDirectory { directory in
            let file = try write("A,B\n1,2\n", to: "other.csv", in: directory)
            let users = try write(Self.list, to: "users.csv", in: directory)

            let headings = try rollbook("check", file, data: nil)
            let tooLong = try rollbook(
                ["check", users], data: nil, environment: ["ROLLBOOK_ROW_LIMIT": "3"])

            #expect(headings.status == 2)
            #expect(headings.complaint.contains("EMAIL and a name (FIRST NAME, LAST NAME or NAME)"))
            #expect(tooLong.status == 2)
            #expect(tooLong.complaint == "rollbook: The file has more than 3 rows. Split it.\n")
        }
    }

    /// Every file of a directory with its bytes and the time of its last change.
    private func snapshot(of directory: String) throws -> [String: String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: directory)
        return try Dictionary(
            uniqueKeysWithValues: names.map { name in
                let path = directory + "/" + name
                let bytes = try Data(contentsOf: URL(filePath: path))
                let when = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate]
                return (name, "\(bytes.hashValue) \(bytes.count) \(when ?? "")")
            })
    }
}
