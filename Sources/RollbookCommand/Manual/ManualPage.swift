/// The manual page in the language of man(7).
struct ManualPage {
    let text: String

    init(of root: CommandText) {
        let name = root.commandName
        var page = Troff()
        let version = "Rollbook \(RollbookCommand.version)"
        page.macro("TH", [name.uppercased(), "1", "", version, "Rollbook"])
        page.macro("SH", ["NAME"])
        page.line("\(name) - \(root.abstract ?? "")")
        page.macro("SH", ["SYNOPSIS"])
        page.synopsis(of: root, after: "")
        page.macro("SH", ["DESCRIPTION"])
        page.paragraph(root.discussion)
        page.macro("SH", ["OPTIONS"])
        for option in root.commonOptions { page.item(option.usage, option.sentence) }
        page.macro("SH", ["COMMANDS"])
        for command in root.commands { page.command(command, after: name) }
        page.macro("SH", ["EXIT STATUS"])
        for status in ExitStatus.allCases { page.item("\(status.rawValue)", status.meaning) }
        page.macro("SH", ["ENVIRONMENT"])
        page.line("The options of the command line go before these.")
        for setting in Setting.table { page.item(setting.name, setting.sentence) }
        text = page.text
    }
}

/// What a command leaves with.
enum ExitStatus: Int32, CaseIterable {
    case fine = 0
    case faultyRows = 1
    case refused = 2
    case usage = 64

    var meaning: String {
        switch self {
        case .fine: "Everything was done."
        case .faultyRows: "Some rows have errors: check and import."
        case .refused: "Refused; standard error has one sentence that says why."
        case .usage: "The command line can't be understood."
        }
    }
}

extension Setting {
    fileprivate var sentence: String {
        let start = meaning.prefix(1).uppercased() + meaning.dropFirst() + "."
        return standard.isEmpty ? start : start + " If nothing is said: \(standard)."
    }
}

/// Lines of man(7), with what would be a request or an escape made text.
private struct Troff {
    private(set) var text = ""

    mutating func macro(_ name: String, _ words: [String] = []) {
        let quoted = words.map { "\"\(Self.escaped($0).replacing("\"", with: "\\(dq"))\"" }
        text += ([".\(name)"] + quoted).joined(separator: " ") + "\n"
    }

    mutating func line(_ words: String) {
        let line = Self.escaped(words)
        text += (line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" : "") + line + "\n"
    }

    mutating func paragraph(_ words: String?) {
        guard let words, !words.isEmpty else { return }
        for part in words.split(separator: "\n", omittingEmptySubsequences: false) {
            if part.isEmpty { macro("PP") } else { line(String(part)) }
        }
    }

    mutating func item(_ term: String, _ words: String) {
        macro("TP")
        macro("B", [term])
        line(words)
    }

    mutating func synopsis(of command: CommandText, after path: String) {
        let path = path.isEmpty ? command.commandName : "\(path) \(command.commandName)"
        if command.commands.isEmpty {
            line(([path] + command.options.map(\.synopsis)).joined(separator: " "))
            macro("br")
        }
        for further in command.commands { synopsis(of: further, after: path) }
    }

    mutating func command(_ command: CommandText, after path: String) {
        let path = "\(path) \(command.commandName)"
        if command.commands.isEmpty {
            macro("SS", [path])
            line(command.abstract ?? "")
            paragraph(command.discussion)
            for option in command.options { item(option.usage, option.sentence) }
        }
        for further in command.commands { self.command(further, after: path) }
    }

    private static func escaped(_ words: String) -> String {
        words.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    }
}

extension ArgumentText {
    fileprivate var synopsis: String { isOptional ? "[\(usage)]" : usage }

    fileprivate var sentence: String {
        let start = abstract ?? ""
        return defaultValue.map { "\(start) If nothing is said: \($0)." } ?? start
    }
}
