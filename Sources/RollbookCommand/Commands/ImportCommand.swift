import ArgumentParser
import Desk
import Directory
import Gate
import Imports
import Pages
import Sheets

/// Adds the users of a spreadsheet.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Adds the users of a spreadsheet to an account.",
        discussion: """
            Rows with errors are not added. They wait in an import that is continued in the console; \
            its address is printed. It begins with ROLLBOOK_URL, else with ROLLBOOK_PUBLIC_URL, else \
            with the host and port of the settings.
            """)

    @OptionGroup var users: UsersSheet

    @Option(help: "The account's name or id.")
    var account: String

    @Flag(help: "Adds nobody: the same as “check”.")
    var dryRun = false

    @Option(help: "How the answer is printed.")
    var format = AnswerFormat.text

    @OptionGroup var options: DataOptions

    func run() async throws {
        if dryRun {
            return try await CheckCommand.check(users, against: account, format, options)
        }
        let house = try await House(options.settings(), .working)
        let desk = OperatorDesk(office: house.office)
        let account = try await desk.account(account)
        let end = try await users.sayingHowToName {
            try await add(to: account, by: desk, house.settings.office.limits)
        }
        let outcome = ImportOutcome(end, in: account, console: house.settings.opened)
        switch format {
        case .text: try say(outcome.text)
        case .json: try say(JSONWriter.text { $0.write(outcome) })
        }
        if end.draft.counts.here > 0 { throw ExitCode(1) }
    }

    private func add(
        to account: Account, by desk: OperatorDesk, _ limits: Limits
    ) async throws -> ImportEnd {
        let file = try SpreadsheetFile(path: users.file)
        defer { withExtendedLifetime(file) {} }
        let progress = ProgressBar(besidesOutput: false)
        defer { progress.end() }
        let upload = try file.upload(
            of: users.sheet, as: users.mapping(in: file.source, limits))
        return try await desk.importUsers(from: upload, to: account) { step in
            switch step {
            case .reading(let fraction): progress.show("Reading", fraction)
            case .adding(let done, let all): progress.show("Adding ", Double(done) / Double(all))
            }
        }
    }
}

/// What became of an import.
struct ImportOutcome {
    let account: Account
    let end: ImportEnd
    /// Where it is continued; nil when there is nothing left to do.
    let address: String?

    init(_ end: ImportEnd, in account: Account, console: String) {
        self.account = account
        self.end = end
        address =
            end.draft.counts.here == 0
            ? nil : console + Pages.preview(of: end.draft.number, in: account.id)
    }

    var text: String {
        let name = PrintedText(account.name).value
        let number = end.draft.number
        let first = end.isContinued ? "Went on with Import \(number) of this file. " : ""
        let added = end.added.counted("user")
        guard let address else { return "\(first)Added \(added) to \(name)." }
        let left = end.draft.counts.here
        return """
            \(first)Added \(added) to \(name). \(left.counted("row")) with errors \
            \(left == 1 ? "waits" : "wait") in Import \(number):
            \(address)
            """
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ outcome: ImportOutcome) {
        let draft = outcome.end.draft
        object { json in
            json.member("account", outcome.account.id.text)
            json.member("import", draft.number)
            json.member("state", draft.state.rawValue)
            json.member("rows", draft.ledger.read)
            json.member("added", outcome.end.added)
            json.member("faulty", draft.counts.here)
            json.member("url", outcome.address)
        }
    }
}
