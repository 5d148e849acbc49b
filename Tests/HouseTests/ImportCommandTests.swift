import Foundation
import Testing

/// `rollbook import`: alone, beside a running server, and killed.
@Suite struct ImportCommandTests {
    private static let mixed =
        "Name,Email\nAna,ana@example.com\nBo,bo.example.com\nCy,cy@example.com"

    @Test func cleanRowsAreAddedAndTheConsolesAddressIsPrintedForTheRest() throws {
        try withAcme { data in
            let file = try write(Self.mixed, to: "users.csv", in: data)

            let answer = try rollbook(
                ["import", file, "--account", "acme"], data: data,
                environment: ["ROLLBOOK_PORT": "9200"])

            #expect(answer.status == 1)
            let text = /Added 2 users to Acme\. 1 row with errors waits in Import 1:\n(.*)\n/
            let address = try #require(answer.output.wholeMatch(of: text)?.output.1)
            #expect(
                address.wholeMatch(of: #/http://127\.0\.0\.1:9200/accounts/\w+/drafts/1/#) != nil)
            #expect(try emails(in: data) == ["ana@example.com", "cy@example.com"])
        }
    }

    @Test func withoutErrorsTheImportIsFinished() throws {
        try withAcme { data in
            let file = SourceTree.root.appending(path: "samples/acme-new-users.xlsx").path

            let answer = try rollbook(
                "import", file, "--account", "Acme", "--format", "json", data: data)

            let outcome = try #require(answer.objects.first)
            #expect(answer.status == 0 && answer.complaint == "")
            #expect(outcome["state"] as? String == "finished")
            #expect(outcome["rows"] as? Int == 40 && outcome["added"] as? Int == 40)
            #expect(outcome["faulty"] as? Int == 0 && outcome["url"] is NSNull)
        }
    }

    @Test func theSameFileTwiceAddsNobodyTwice() throws {
        try withAcme { data in
            let file = try write(Self.mixed, to: "users.csv", in: data)

            _ = try rollbook("import", file, "--account", "acme", data: data)
            let again = try rollbook(
                "import", file, "--account", "acme", "--format", "json", data: data)

            #expect(again.status == 1)
            #expect(again.objects.first?["added"] as? Int == 0)
            #expect(try emails(in: data).count == 2)
        }
    }

    @Test func itWorksBesideARunningServerWhoseConsoleGoesOn() throws {
        try withAcme { data in
            _ = try rollbook(
                "user", "add", "--account", "acme", "--email", "anna@acme.example", "--name",
                "Anna",
                "--role", "account-admin", "--password-stdin", data: data,
                input: "anna-looks-after-things\n")
            let server = try Serving(data: data)
            defer { server.kill() }
            let lines = (1...2_000).map { "Ana,u\($0)@example.com" }
            let file = try write(
                (["Name,Email"] + lines + ["Bo,bo.example.com"]).joined(separator: "\n"),
                to: "users.csv", in: data)

            let answer = try rollbook("import", file, "--account", "acme", data: data)
            let path = try #require(answer.output.firstMatch(of: /:8080(\/\S+)/)?.output.1)
            let cookie = try server.signIn(
                email: "anna@acme.example", password: "anna-looks-after-things")
            let page = try server.ask("GET", String(path), ["Cookie: \(cookie)"])

            #expect(answer.status == 1)
            #expect(answer.complaint == "")
            #expect(answer.output.hasPrefix("Added 2,000 users to Acme. 1 row with errors"))
            #expect(page.hasPrefix("HTTP/1.1 200"))
            #expect(page.contains("bo.example.com"))
        }
    }

    @Test func aKilledImportIsFinishedByTheNextStartAndAddsNobodyTwice() throws {
        try withAcme { data in
            let lines = (1...300).map { "Ana,u\($0)@example.com" }
            let file = try write(
                (["Name,Email"] + lines).joined(separator: "\n"), to: "users.csv", in: data)
            let slow = [
                "ROLLBOOK_COMMIT_CHUNK": "10", "ROLLBOOK_COMMIT_PAUSE_MS": "50",
                "ROLLBOOK_LEASE": "1",
            ]
            let importing = try Program(
                ["import", file, "--account", "acme", "--data", data], environment: slow)
            try waitUntil { try emails(in: data).count > 20 }
            importing.kill()
            let left = try emails(in: data).count
            #expect(left < 300)

            let server = try Serving(data: data, environment: ["ROLLBOOK_LEASE": "1"])
            defer { server.kill() }
            try waitUntil { try emails(in: data).count == 300 }

            #expect(try Set(emails(in: data)).count == 300)
        }
    }

    @Test func aKilledImportIsGoneOnWithWhenItsCommandIsGivenAgain() throws {
        try withAcme { data in
            let lines = (1...300).map { "Ana,u\($0)@example.com" }
            let file = try write(
                (["Name,Email"] + lines).joined(separator: "\n"), to: "users.csv", in: data)
            let importing = try Program(
                ["import", file, "--account", "acme", "--data", data],
                environment: [
                    "ROLLBOOK_COMMIT_CHUNK": "10", "ROLLBOOK_COMMIT_PAUSE_MS": "50",
                    "ROLLBOOK_LEASE": "1",
                ])
            try waitUntil { try emails(in: data).count > 20 }
            importing.kill()
            let left = try emails(in: data).count

            let again = try rollbook(
                ["import", file, "--account", "acme"], data: data,
                environment: ["ROLLBOOK_LEASE": "1"])

            #expect(left < 300)
            #expect(again.status == 0)
            #expect(
                again.output
                    == "Went on with Import 1 of this file. Added \(300 - left) users to Acme.\n")
            #expect(try Set(emails(in: data)).count == 300)
        }
    }

    private func withAcme(_ use: (String) throws -> Void) throws {
        try withDirectory { data in
            _ = try rollbook("account", "add", "Acme", data: data)
            try use(data)
        }
    }

    private func emails(in data: String) throws -> [String] {
        try rollbook("user", "list", "--account", "acme", "--format", "json", data: data)
            .objects.compactMap { $0["email"] as? String }
    }

    private func waitUntil(_ isSo: () throws -> Bool) throws {
        let start = ContinuousClock.now
        while try !isSo() {
            try #require(ContinuousClock.now - start < .seconds(30))
            usleep(50_000)
        }
    }
}
