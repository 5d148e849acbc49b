import Foundation
import Testing

/// The manual page and the completions against what the parser knows.
@Suite struct ManualTests {
    @Test func theManualPageNamesEveryCommandOptionAndSetting() throws {
        let page = try rollbook("manual", data: nil).output
            .replacing("\\-", with: "-").replacing("\\e", with: "\\")
        let dump = try rollbook("--experimental-dump-help", data: nil).output
        let tool = try JSONSerialization.jsonObject(with: Data(dump.utf8)) as? [String: Any]
        let root = try #require(tool?["command"] as? [String: Any])
        var seen = 0

        try walk(root, "rollbook") { path, command in
            guard (command["subcommands"] as? [Any] ?? []).isEmpty else { return }
            let section = try #require(
                page.components(separatedBy: ".SS \"\(path)\"\n").dropFirst().first, "\(path)")
            let own = section.components(separatedBy: "\n.S").first ?? ""
            #expect(own.contains(command["abstract"] as? String ?? "?"))
            for option in command["arguments"] as? [[String: Any]] ?? [] {
                let names = option["names"] as? [[String: Any]] ?? []
                let isCommon = names.contains {
                    ["help", "version"].contains($0["name"] as? String)
                }
                guard !isCommon else { continue }
                let name = names.first.flatMap { $0["name"] as? String }.map { "--\($0)" }
                #expect(own.contains(".B \"\(name ?? "")"), "\(path) \(name ?? "")")
                #expect(own.contains(option["abstract"] as? String ?? "?"), "\(path)")
                seen += 1
            }
        }

        #expect(seen > 25)
        for status in [0, 1, 2, 64] { #expect(page.contains(".B \"\(status)\"\n")) }
        #expect(page.contains(".B \"ROLLBOOK_DATA\""))
    }

    @Test func noLineOfTheManualPageIsARequestByAccident() throws {
        let page = try rollbook("manual", data: nil).output

        for line in page.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
            #expect(line.firstMatch(of: /^\.(TH|SH|SS|TP|PP|B|br)\b/) != nil, "\(line)")
        }
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func everyShellCompletesTheCommands(_ shell: String) throws {
        let script = try rollbook("--generate-completion-script", shell, data: nil)

        #expect(script.status == 0)
        for word in [
            "account", "user", "template", "read", "check", "import", "dry-run", "sheet", "version",
        ] {
            #expect(script.output.contains(word), "\(word)")
        }
    }

    private func walk(
        _ command: [String: Any], _ path: String,
        _ visit: (String, [String: Any]) throws -> Void
    ) throws {
        try visit(path, command)
        for further in command["subcommands"] as? [[String: Any]] ?? [] {
            let name = further["commandName"] as? String ?? ""
            if name != "help" { try walk(further, "\(path) \(name)", visit) }
        }
    }
}
