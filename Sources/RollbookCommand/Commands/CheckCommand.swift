import ArgumentParser
import Desk
import Directory
import Imports

/// Judges a spreadsheet and stores nothing.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Judges the users of a spreadsheet and stores nothing.",
        discussion: """
            With an account, addresses that belong to one of its users already are errors too. JSON \
            is one object a row, and one with the counts at the end.
            """)

    @OptionGroup var users: UsersSheet

    @Option(help: "The account's name or id.")
    var account: String?

    @Option(help: "How the answer is printed.")
    var format = AnswerFormat.text

    @OptionGroup var options: DataOptions

    func run() async throws {
        try await Self.check(users, against: account, format, options)
    }

    /// - Throws: `ExitCode` 1 if a row is faulty.
    static func check(
        _ users: UsersSheet, against account: String?, _ format: AnswerFormat,
        _ options: DataOptions
    ) async throws {
        let limits = try options.settings().office.limits
        let file = try SpreadsheetFile(path: users.file)
        defer { withExtendedLifetime(file) {} }
        let taken = try await taken(in: account, options)
        let progress = ProgressBar(besidesOutput: format == .json)
        defer { progress.end() }
        let tally = try await users.sayingHowToName {
            let check = SheetCheck(
                of: file.source, sheet: users.sheet,
                as: try users.mapping(in: file.source, limits), limits: limits, taken: taken
            ) { progress.show("Checking", $0) }
            return switch format {
            case .text: try CheckReport(of: file.name, check) { progress.end() }.tally
            case .json: try CheckLines(check).tally
            }
        }
        if tally.faulty > 0 { throw ExitCode(1) }
    }

    private static func taken(
        in account: String?, _ options: DataOptions
    ) async throws -> Set<AddressMark> {
        guard let account else { return [] }
        let desk = try await options.operatorDesk(.reading)
        return try await desk.takenAddresses(in: desk.account(account))
    }
}
