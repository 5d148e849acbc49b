import FoundationEssentials

/// What the argument parser knows of a command: the same that it prints for `--help`.
struct CommandText: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let shouldDisplay: Bool
    private let subcommands: [CommandText]?
    private let arguments: [ArgumentText]?

    /// - Parameter dump: The JSON of `--experimental-dump-help`.
    init(dump: String) throws {
        struct Tool: Decodable {
            let command: CommandText
        }
        self = try JSONDecoder().decode(Tool.self, from: Data(dump.utf8)).command
    }

    /// Those that people see; not the parser's own `help`.
    var commands: [CommandText] {
        (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
    }

    /// Those of its own; not `--help`, which every command has.
    var options: [ArgumentText] {
        (arguments ?? []).filter { $0.shouldDisplay && !$0.isHelp }
    }
}

/// What the argument parser knows of an argument, an option or a flag.
struct ArgumentText: Decodable {
    struct Name: Decodable {
        let name: String
    }

    let kind: String
    let abstract: String?
    let shouldDisplay: Bool
    let isOptional: Bool
    let defaultValue: String?
    private let names: [Name]?
    private let valueName: String?
    private let allValues: [String]?

    var isHelp: Bool { names?.contains { $0.name == "help" || $0.name == "help-hidden" } ?? false }

    /// `--data DIR`, `FILE`
    var usage: String {
        let value = allValues?.joined(separator: "|") ?? (valueName ?? "").uppercased()
        guard let name = names?.first?.name else { return value }
        return kind == "flag" ? "--\(name)" : "--\(name) \(value)"
    }
}
