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
                ["account", "add", ""],
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
        ["nonsense"], ["account", "add"], ["serve", "--port", "many"], ["user", "add"],
        ["account", "list", "--format", "xml"],
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

    private struct Outcome {
        let status: Int32
        let output: String
        let complaint: String
    }

    private func rollbook(_ arguments: String..., data: String?, input: String = "") throws
        -> Outcome
    {
        try rollbook(arguments, data: data, input: input)
    }

    private func rollbook(_ arguments: [String], data: String?, input: String = "") throws
        -> Outcome
    {
        let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appending(path: "rollbook")
        let process = Process()
        process.executableURL = program
        process.arguments = arguments + (data.map { ["--data", $0] } ?? [])
        let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
        process.standardInput = stdin
        process.standardOutput = stdout
        process.standardError = stderr
        try process.run()
        try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try stdin.fileHandleForWriting.close()
        let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
        let complaint = try stderr.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
            complaint: String(decoding: complaint, as: UTF8.self))
    }

    private func withDirectory(_ use: (String) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "house-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: path) }
        try use(path.path)
    }
}
