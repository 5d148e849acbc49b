import API
import ArgumentParser
import Desk
import Directory
import Gate
import Imports

/// Users, from the operator's side.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Adds and lists users.",
        subcommands: [Add.self, List.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Adds a user.",
            discussion: "With a password the user can sign in at once. One of the names is enough.")

        @Option(help: "The account's name or id.")
        var account: String

        @Option(help: "The address that the user signs in with.")
        var email: String

        @Option(help: ArgumentHelp("First name.", valueName: "name"))
        var firstName = ""

        @Option(help: ArgumentHelp("Last name.", valueName: "name"))
        var lastName = ""

        @Option(help: "The name that is shown, if it isn't first and last name.")
        var name = ""

        @Option(help: "user or account_admin.")
        var role = "user"

        @Flag(help: "Reads a password from standard input, up to the end of the line.")
        var passwordStdin = false

        @Option(help: "How the answer is printed.")
        var format = AnswerFormat.text

        @OptionGroup var options: DataOptions

        func run() async throws {
            guard let role = Role(rawValue: role.replacing("-", with: "_")) else {
                throw ValidationError("The role must be user or account_admin.")
            }
            let password = passwordStdin ? try Password.read() : nil
            let desk = try await options.operatorDesk()
            let row = Row(
                firstName: firstName, lastName: lastName, name: name, email: email,
                role: role.title)
            let outcome = try await desk.addUser(
                row, to: desk.account(account), password: password)
            switch outcome {
            case .saved(let user): report(user)
            case .faulty(let row, let issues): throw Refusal(issues, of: row)
            }
        }

        private func report(_ user: User) {
            switch format {
            case .text: print("Added \(user.displayName), \(user.email) (\(user.role.title)).")
            case .json: print(JSONWriter.text { $0.write(user) })
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists an account's users by name.")

        @Option(help: "The account's name or id.")
        var account: String

        @Option(help: "How the answer is printed.")
        var format = AnswerFormat.text

        @OptionGroup var options: DataOptions

        func run() async throws {
            let desk = try await options.operatorDesk()
            let format = format
            try await desk.users(of: desk.account(account)) { users in
                switch format {
                case .text: print(Table(users).text)
                case .json: for user in users { print(JSONWriter.text { $0.write(user) }) }
                }
            }
        }
    }
}

extension Table {
    fileprivate init(_ users: [User]) {
        self.init(
            ["ID", "NAME", "EMAIL", "ROLE", "REGISTERED"],
            users.map { user in
                [
                    "\(user.id.value)", user.displayName, user.email, user.role.title,
                    user.registeredAt == nil ? "no" : "yes",
                ]
            })
    }
}

extension Refusal {
    /// A user who can't be added, in the words of the Preview.
    fileprivate init(_ issues: Issues, of row: Row) {
        let words = IssueWords.all(for: issues, of: row)
        self.init(.wrongValue, words.map(\.card).joined(separator: " "))
    }
}
