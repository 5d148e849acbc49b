import Desk
import Directory
import Gate

/// What the terminal says when the server starts.
enum Greeting {
    static func running(_ house: House, port: Int) async {
        let address = house.settings.console(atPort: port)
        say("Rollbook is running at \(address)/ (stop with Ctrl-C)")
        if let known = try? await hasAdministrator(house.office), !known {
            let first = try? await OperatorDesk(office: house.office).firstAdministrator()
            say(first.map(Self.link) ?? firstAdministrator(house.settings.data))
        }
    }

    static func demo(_ people: [DemoWorld.Person], in data: String) {
        if people.isEmpty {
            return say("\(data) has accounts already: --demo furnishes only an empty database.")
        }
        say("These people can sign in:")
        say(
            Table(
                ["NAME", "EMAIL", "PASSWORD", "ROLE"],
                people.map { person in
                    [
                        person.name, person.email, person.password,
                        "\(person.role.title) of \(person.account)",
                    ]
                }
            ).text)
    }

    /// Whether anybody can sign in who may add others.
    private static func hasAdministrator(_ office: Office) async throws -> Bool {
        var query = UserQuery()
        query.role = .accountAdmin
        query.limit = 200
        for account in try await OperatorDesk(office: office).accounts() {
            let desk = try await FrontDesk(office: office).desk(for: .commandLine, at: account.id)
            let admins = try await desk.users(query).users
            if admins.contains(where: { $0.registeredAt != nil }) { return true }
        }
        return false
    }

    private static func link(_ first: FirstAdministrator) -> String {
        """
        Nobody can sign in yet. By this link \(PrintedText(first.user.displayName).value) \
        (\(first.user.email)) chooses a password, once:
          \(first.link)
        """
    }

    private static func firstAdministrator(_ data: String) -> String {
        """
        Nobody can sign in yet. This makes the first account and its administrator, and asks for a password:
          rollbook account add "My company" --data \(data) && \
        rollbook user add --account "My company" --email me@example.com --first-name Me \
        --role account_admin --password-stdin --data \(data)
        """
    }

    /// At once, also when somebody reads along through a pipe.
    private static func say(_ text: String) {
        try? OpenFile.standardOutput.write("\(text)\n")
    }
}
