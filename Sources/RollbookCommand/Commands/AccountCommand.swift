import API
import ArgumentParser
import Desk
import Directory
import Gate

/// Accounts, from the operator's side.
struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "Adds and lists accounts.",
        subcommands: [Add.self, List.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Adds an account.")

        @Argument(help: "Its name.")
        var name: String

        @Option(help: "The name or id of the account that looks after it.")
        var partner: String?

        @Option(help: "How the answer is printed.")
        var format = AnswerFormat.text

        @OptionGroup var options: DataOptions

        func run() async throws {
            let account = try await options.operatorDesk(.making).addAccount(
                name: name, partner: partner)
            switch format {
            case .text: try say("Added \(PrintedText(account.name).value) (\(account.id.text)).")
            case .json: try say(JSONWriter.text { $0.write(account) })
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists all accounts by name.")

        @Option(help: "How the answer is printed.")
        var format = AnswerFormat.text

        @OptionGroup var options: DataOptions

        func run() async throws {
            let accounts = try await options.operatorDesk().accounts()
            switch format {
            case .text: try say(Table(accounts).text)
            case .json:
                for account in accounts { try say(JSONWriter.text { $0.writeLine(of: account) }) }
            }
        }
    }
}

extension Table {
    fileprivate init(_ accounts: [Account]) {
        let names = Dictionary(accounts.map { ($0.id, $0.name) }) { first, _ in first }
        self.init(
            ["ID", "NAME", "USERS", "PARTNER"],
            accounts.map { account in
                [
                    account.id.text, account.name, "\(account.userCount)",
                    account.partner.flatMap { names[$0] } ?? "",
                ]
            })
    }
}

extension JSONWriter {
    /// An account and the id of the one that looks after it, which only the operator sees.
    fileprivate mutating func writeLine(of account: Account) {
        object { json in
            json.member("id", account.id.text)
            json.member("name", account.name)
            json.member("users", account.userCount)
            json.member("partner", account.partner?.text)
        }
    }

    /// One line of JSON.
    static func text(_ write: (inout JSONWriter) -> Void) -> String {
        var json = JSONWriter()
        write(&json)
        return json.text
    }
}
