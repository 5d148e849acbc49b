import Directory
package import Mail

/// How letters leave this house.
package struct Correspondence: Sendable {
    /// Whose address they come from.
    package let sender: Sender
    package let carrier: any Carrier
    /// Whether nothing leaves the machine, and the mailbox page shows the letters instead.
    package let hasMailbox: Bool
    package let key: InvitationKey
    package let console: ConsoleAddress

    package init(
        sender: Sender, carrier: any Carrier, hasMailbox: Bool, key: InvitationKey,
        console: ConsoleAddress
    ) {
        self.sender = sender
        self.carrier = carrier
        self.hasMailbox = hasMailbox
        self.key = key
        self.console = console
    }

    /// Of a house without SMTP.
    package static func embedded(key: InvitationKey, console: ConsoleAddress) -> Correspondence {
        Correspondence(
            sender: .ofTheMailbox, carrier: MailboxCarrier(), hasMailbox: true, key: key,
            console: console)
    }

    /// Where the button of a letter leads. The token stands in the fragment, which reaches no log
    /// and no other site.
    func link(_ token: String, for kind: InvitationKind) -> String {
        switch kind {
        case .welcome: "\(console.url)/register#\(token)"
        case .password: "\(console.url)/new-password#\(token)"
        }
    }
}

extension Sender {
    /// No mail server ever sees it.
    package static let ofTheMailbox: Sender = {
        guard let address = try? EmailAddress("rollbook@mailbox.example"),
            let sender = try? Sender(address)
        else { preconditionFailure("the mailbox's own address is none") }
        return sender
    }()
}
