import ArgumentParser
import Directory
import Glibc

/// The program: one command line over the same desks as pages and API.
@main
struct RollbookCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollbook",
        abstract: "Adds users to accounts, from spreadsheets or one by one.",
        subcommands: [
            ServeCommand.self, AccountCommand.self, UserCommand.self, TemplateCommand.self,
        ])

    static func main() async {
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let refusal as Refusal {
            leave(
                with: [refusal.message, refusal.remedy].filter { !$0.isEmpty }.joined(
                    separator: " "))
        } catch let error as SettingError {
            leave(with: error.description)
        } catch {
            exit(withError: error)
        }
    }

    /// Refused: one line on standard error, status 2.
    private static func leave(with sentence: String) -> Never {
        try? OpenFile.standardError.write(Array("rollbook: \(sentence)\n".utf8))
        Glibc.exit(2)
    }
}
