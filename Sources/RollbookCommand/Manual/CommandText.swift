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

    /// Those of its own; not those that every command has.
    var options: [ArgumentText] {
        (arguments ?? []).filter { $0.shouldDisplay && !$0.isCommon }
    }

    /// Those that every command has: `--help` and `--version`.
    var commonOptions: [ArgumentText] {
        (arguments ?? []).filter { $0.shouldDisplay && $0.isCommon }
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

    /// Whether the parser gives it to every command.
    var isCommon: Bool {
        names?.contains { ["help", "help-hidden", "version"].contains($0.name) } ?? false
    }

    /// `--data DIR`, `FILE`
    var usage: String {
        let value = allValues?.joined(separator: "|") ?? (valueName ?? "").uppercased()
        // The long one: `--help` is `-h` too.
        guard let name = names?.first(where: { $0.name.count > 1 })?.name else { return value }
        return kind == "flag" ? "--\(name)" : "--\(name) \(value)"
    }
}
