import Directory
import FoundationEssentials
import Mail

extension Setting {
    static let mail: [Setting] = [
        server, serverFile, plain, from, links,
        number(
            "ROLLBOOK_MAIL_PATIENCE", \.mail.patience, least: 0, most: 3_600,
            "seconds that each answer of the mail server is waited for; 0 takes the times of "
                + "RFC 5321, 4.5.3.2"),
    ]

    private static let server = Setting(
        name: "ROLLBOOK_SMTP_URL",
        meaning: "the mail server: smtp://user:password@host:587 (STARTTLS), "
            + "smtps://user:password@host:465 (TLS), smtp://127.0.0.1:25?tls=off; without it emails "
            + "stay on the mailbox page",
        kind: "an address such as smtp://user:password@smtp.example.com:587", standard: ""
    ) { settings, text in
        try settings.mail.take(text, from: "ROLLBOOK_SMTP_URL")
        return true
    }

    private static let serverFile = Setting(
        name: "ROLLBOOK_SMTP_URL_FILE",
        meaning: "a file that holds what else stands in ROLLBOOK_SMTP_URL, so that the password is "
            + "in no environment",
        kind: "the path of a file", standard: ""
    ) { settings, path in
        let name = "ROLLBOOK_SMTP_URL_FILE"
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw SettingError(description: "\(name) can't be read: \(path).")
        }
        let line = text.split(whereSeparator: \.isNewline).first ?? ""
        try settings.mail.take(String(line), from: name)
        return true
    }

    private static let plain = Setting(
        name: "ROLLBOOK_SMTP_ALLOW_PLAIN",
        meaning: "“yes” lets ?tls=off hold for a server on another machine, where everybody on the "
            + "way can read emails and password",
        kind: "“yes” or “no”", standard: "no"
    ) { settings, text in
        settings.mail.allowsPlain = text == "yes"
        return ["yes", "no"].contains(text)
    }

    private static let from = Setting(
        name: "ROLLBOOK_MAIL_FROM",
        meaning: "the address that emails come from; the name beside it is the account's",
        kind: "one address such as accounts@example.com, without a name", standard: ""
    ) { settings, text in
        guard let address = try? EmailAddress(text), let sender = try? Sender(address),
            !sender.address.needsUTF8
        else { return false }
        settings.mail.from = address
        return true
    }

    private static let links = Setting(
        name: "ROLLBOOK_PUBLIC_URL",
        meaning: "what links in emails begin with; ROLLBOOK_URL if nothing is said",
        kind: "an address such as https://rollbook.example", standard: ""
    ) { settings, text in
        guard isOrigin(text) else { return false }
        settings.mail.publicURL = text
        return true
    }
}
