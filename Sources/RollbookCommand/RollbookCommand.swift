import ArgumentParser
import CMalloc
import Directory
import Glibc
import Imports
import Sheets
import StoreSQLite

/// The program: one command line over the same desks as pages and API.
@main
struct RollbookCommand: AsyncParsableCommand {
    /// Printed by `--version` and by the manual page.
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "rollbook",
        abstract: "Adds users to accounts, from spreadsheets or one by one.",
        discussion: """
            What the console does in a browser, with the same rules and words. Commands that touch \
            data take --data, the directory of the database, and work while a server runs on it.
            """,
        version: version,
        subcommands: [
            ServeCommand.self, AccountCommand.self, UserCommand.self, TemplateCommand.self,
            ReadCommand.self, CheckCommand.self, ImportCommand.self, MailCommand.self,
            ManualCommand.self,
        ])

    static func main() async {
        signal(SIGPIPE, SIG_IGN)
        keepMemoryTogether()
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let refusal as Refusal {
            leave(with: refusal.sentence)
        } catch let error as SheetError {
            leave(with: Refusal(error).sentence)
        } catch is ClosedPipe {
            // As other programs end then: quietly, and not as if everything had been said.
            signal(SIGPIPE, SIG_DFL)
            raise(SIGPIPE)
        } catch let error where error is ExitCode || exitCode(for: error) != .failure {
            exit(withError: error)
        } catch {
            leave(with: SQLiteTrouble(error)?.description ?? "\(error)")
        }
    }

    /// By itself glibc gives each thread a heap of its own, where what one import has freed serves
    /// no other; and it keeps large blocks that are freed.
    private static func keepMemoryTogether() {
        mallopt(M_ARENA_MAX, 2)
        mallopt(M_MMAP_THRESHOLD, 256 << 10)
    }

    /// Refused: one line on standard error, status 2.
    private static func leave(with sentence: String) -> Never {
        try? OpenFile.standardError.write("rollbook: \(PrintedText(sentence).value)\n")
        Glibc.exit(2)
    }
}

extension Refusal {
    /// What is the matter and what to do, on one line.
    fileprivate var sentence: String {
        [message, remedy].filter { !$0.isEmpty }.joined(separator: " ")
    }
}
