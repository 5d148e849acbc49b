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

        @Option(help: "The user's role; account-admin is taken for account_admin.")
        var role = Role.user

        @Flag(help: "Reads a password from standard input, up to the end of the line.")
        var passwordStdin = false

        @Option(help: "How the answer is printed.")
        var format = AnswerFormat.text

        @OptionGroup var options: DataOptions

        func run() async throws {
            let password = passwordStdin ? try Password.read() : nil
            let desk = try await options.operatorDesk()
            let row = Row(
                firstName: firstName, lastName: lastName, name: name, email: email,
                role: role.title)
            let outcome = try await desk.addUser(
                row, to: desk.account(account), password: password)
            switch outcome {
            case .saved(let user): try report(user)
            case .faulty(let row, let issues): throw Refusal(issues, of: row)
            }
        }

        private func report(_ user: User) throws {
            let name = PrintedText(user.displayName).value
            switch format {
            case .text: try say("Added \(name), \(user.email) (\(user.role.title)).")
            case .json: try say(JSONWriter.text { $0.write(user) })
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
            let users = try await desk.desk(at: desk.account(account))
            var query = UserQuery()
            query.limit = 200
            var table: Table?
            repeat {
                let page = try await users.users(query)
                switch format {
                case .text: try print(page.users, &table)
                case .json:
                    try page.users.forEach { user in
                        try say(JSONWriter.text { $0.write(user) })
                    }
                }
                query.after = page.next
            } while query.after != nil
        }

        /// The first page says how wide the columns are.
        private func print(_ users: [User], _ table: inout Table?) throws {
            let lines = users.map(Self.line)
            let next =
                table.map { Table(lines, below: $0) }
                ?? Table(["ID", "NAME", "EMAIL", "ROLE", "REGISTERED"], lines)
            try say(next.text)
            table = next
        }

        private static func line(_ user: User) -> [String] {
            [
                "\(user.id.value)", user.displayName, user.email, user.role.title,
                user.registeredAt == nil ? "no" : "yes",
            ]
        }
    }
}

extension Role: ExpressibleByArgument {
    /// As in JSON; a hyphen does as well.
    public init?(argument: String) {
        self.init(rawValue: argument.replacing("-", with: "_"))
    }
}

extension Refusal {
    /// A user who can't be added, in the words of the Preview; but there is no row to delete.
    fileprivate init(_ issues: Issues, of row: Row) {
        var words = IssueWords.all(for: issues.subtracting(.emailTaken), of: row).map(\.card)
        if issues.contains(.emailTaken) {
            words.append("\(row.email) belongs to a user of this account already.")
        }
        self.init(.wrongValue, words.joined(separator: " "))
    }
}
