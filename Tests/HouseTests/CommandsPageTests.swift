import Foundation
import Testing

/// docs/commands.md: every example is run, and prints what the page says.
@Suite struct CommandsPageTests {
    @Test func everyExamplePrintsWhatThePageSays() throws {
        let blocks = try Self.blocks()
        #expect(blocks.count >= 9)

        for block in blocks {
            try withDirectory { directory in
                try FileManager.default.createSymbolicLink(
                    atPath: directory + "/samples",
                    withDestinationPath: SourceTree.root.appending(path: "samples").path)
                let printed = try run(block.map(\.command), in: directory)

                for (example, printed) in zip(block, printed) {
                    #expect(
                        Self.fits(printed, example.answer),
                        "\(example.command)\n\(printed.joined(separator: "\n"))")
                }
                #expect(printed.count == block.count)
            }
        }
    }

    @Test func everyCommandIsThere() throws {
        let commands = try Self.blocks().flatMap { $0 }.map(\.command).joined(separator: "\n")

        for name in [
            "serve", "account add", "account list", "user add", "user list", "template", "read",
            "check", "import", "mail test", "manual",
        ] {
            #expect(commands.contains("rollbook \(name)"), "\(name)")
        }
    }

    struct Example {
        let command: String
        var answer: [String] = []
    }

    /// The examples of each block.
    private static func blocks() throws -> [[Example]] {
        let path = SourceTree.root.appending(path: "docs/commands.md")
        let page = try String(contentsOf: path, encoding: .utf8)
        return page.components(separatedBy: "```console\n").dropFirst().map { rest in
            var examples: [Example] = []
            let block = rest.components(separatedBy: "\n```")[0]
            for line in block.components(separatedBy: "\n") {
                if line.hasPrefix("$ ") {
                    examples.append(Example(command: String(line.dropFirst(2))))
                } else if !examples.isEmpty {
                    examples[examples.count - 1].answer.append(line)
                }
            }
            return examples
        }
    }

    /// Runs the commands one after the other in one shell; answers the lines that each printed.
    private func run(_ commands: [String], in directory: String) throws -> [[String]] {
        let end = "@@@"
        let script = commands.map {
            "{ \($0)\n} 2>&1\nlast=$?; echo '\(end)'; (exit $last)"
        }
        let folder = URL(filePath: Program.path).deletingLastPathComponent().path
        let search = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let answer = try Program.shell(
            script.joined(separator: "\n"), in: directory,
            environment: ["PATH": "\(folder):\(search)"])
        return answer.output.replacing("\r\n", with: "\n").components(separatedBy: "\(end)\n")
            .dropLast().map { $0.split(separator: "\n", omittingEmptySubsequences: false) }
            .map { $0.dropLast().map(String.init) }
    }

    /// A line of `…` alone stands for any lines that follow; elsewhere for any letters.
    private static func fits(_ printed: [String], _ expected: [String]) -> Bool {
        if expected.last == "…" {
            let known = expected.dropLast()
            return printed.count >= known.count
                && fits(Array(printed.prefix(known.count)), Array(known))
        }
        return printed.count == expected.count
            && zip(printed, expected).allSatisfy { line, pattern in
                var rest = line[...]
                for (place, part) in pattern.components(separatedBy: "…").enumerated() {
                    if place == 0 {
                        guard rest.hasPrefix(part) else { return false }
                        rest = rest.dropFirst(part.count)
                    } else if part.isEmpty {
                        rest = ""
                    } else {
                        guard let found = rest.range(of: part) else { return false }
                        rest = rest[found.upperBound...]
                    }
                }
                return rest.isEmpty
            }
    }
}
