import ArgumentParser
import Directory
import FoundationEssentials
import Mail

/// Mail, from the operator's side.
struct MailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail", abstract: "Checks the settings for mail.", subcommands: [Test.self])

    struct Test: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Sends one email, or says why it can't.",
            discussion: """
                The settings are those of “serve”: ROLLBOOK_SMTP_URL, ROLLBOOK_MAIL_FROM and \
                ROLLBOOK_PUBLIC_URL. The server's answer is waited for half a minute at most.
                """)

        @Option(help: "Who gets the email.")
        var to: String

        @OptionGroup var options: DataOptions

        func run() async throws {
            var settings = try options.settings()
            if settings.mail.patience == 0 { settings.mail.patience = 30 }
            guard let (carrier, sender) = try settings.mail.carrier(console: settings.console)
            else { throw SettingError.noMailServer }
            let recipient: EmailAddress
            do throws(EmailAddress.Malformed) {
                recipient = try EmailAddress(to)
            } catch {
                throw SettingError(description: "--to can't be “\(to)”: \(error.card)")
            }
            let letter = TestLetter(recipient: recipient, link: settings.links)
            let message = try letter.message(
                from: sender, id: MessageID(UUID().uuidString, from: sender),
                date: Timestamp(Int64(Date.now.timeIntervalSince1970 * 1000)))
            let delivery = carrier.open()
            defer { delivery.close() }
            let verdict = MailVerdict(
                delivery.deliver(message) {}, server: settings.mail.server?.place ?? "",
                sender: sender.address.text, recipient: recipient.text)
            guard verdict.isGood else { throw SettingError(description: verdict.sentence) }
            try say(verdict.sentence)
        }
    }
}

/// What became of the test, in one sentence that says where to look.
struct MailVerdict {
    let isGood: Bool
    let sentence: String

    init(_ delivered: Delivered, server: String, sender: String, recipient: String) {
        switch delivered {
        case .accepted(let reply):
            isGood = true
            sentence =
                "The mail server \(server) took the email to \(recipient): \(reply.code) \(reply.words)"
        case .uncertain(let trouble):
            isGood = false
            sentence =
                "The mail server \(server) got the email to \(recipient) and did not say whether it "
                + "keeps it: \(Self.words(trouble))"
        case .postponed(let trouble), .refused(let trouble):
            isGood = false
            let what = Self.matter(trouble.phase, server, sender: sender, recipient: recipient)
            sentence = "\(what): \(Self.words(trouble))"
        }
    }

    private static func words(_ trouble: Trouble) -> String {
        trouble.code == 0 ? trouble.words : "\(trouble.code) \(trouble.words)"
    }

    private static func matter(
        _ phase: Trouble.Phase, _ server: String, sender: String, recipient: String
    ) -> String {
        switch phase {
        case .connect: "The mail server \(server) can't be reached"
        case .greeting, .hello: "The mail server \(server) does not want to talk to this machine"
        case .tls: "There is no safe connection to the mail server \(server)"
        case .signIn: "Nobody could sign in at the mail server \(server) (ROLLBOOK_SMTP_URL)"
        case .sender:
            "The mail server \(server) does not take emails from \(sender) (ROLLBOOK_MAIL_FROM)"
        case .recipient: "The mail server \(server) does not take emails to \(recipient)"
        case .data, .body, .dot: "The mail server \(server) did not take the email"
        }
    }
}

extension SMTPServer {
    /// Host and port.
    fileprivate var place: String { "\(host.contains(":") ? "[\(host)]" : host):\(port)" }
}

extension SettingError {
    fileprivate static let noMailServer = SettingError(
        description: "No mail server is set, so emails stay on the mailbox page. Set "
            + "ROLLBOOK_SMTP_URL and ROLLBOOK_MAIL_FROM.")
}
