import Directory
import Gate
import Mail

/// How letters leave the machine; without a server they stay on the mailbox page.
struct MailSettings: Sendable {
    var server: SMTPServer?
    /// Whether a server beyond this machine may be spoken to without TLS.
    var allowsPlain = false
    var from: EmailAddress?
    /// What links in letters begin with; nil: the console's address.
    var publicURL: String?
    /// Seconds that each answer of the server is waited for; 0: those of RFC 5321.
    var patience = 0

    /// Takes the mail server's address from a setting; from one only.
    mutating func take(_ text: String, from setting: String) throws {
        guard server == nil else {
            throw SettingError(
                description: "The mail server stands in ROLLBOOK_SMTP_URL or "
                    + "ROLLBOOK_SMTP_URL_FILE, not both.")
        }
        do throws(SMTPAddress.Malformed) {
            server = try SMTPAddress(text).server
        } catch {
            throw SettingError(description: "\(setting) can't be read. \(error.words).")
        }
    }

    /// What these settings have to say together.
    /// - Throws: `SettingError` if one of them is missing, or forbids another.
    func check(console: String?) throws {
        guard let server else { return }
        guard from != nil else {
            throw SettingError(
                description: "ROLLBOOK_SMTP_URL needs ROLLBOOK_MAIL_FROM, the address that emails "
                    + "come from.")
        }
        if isFar(server), server.security == .none, !allowsPlain {
            throw SettingError(
                description: "ROLLBOOK_SMTP_URL has ?tls=off, but \(server.host) is another "
                    + "machine: everybody on the way could read the emails. Leave it out, or set "
                    + "ROLLBOOK_SMTP_ALLOW_PLAIN=yes.")
        }
        // Also with a server on this machine: it passes letters on to people elsewhere.
        guard publicURL != nil || console != nil else {
            throw SettingError(
                description: "ROLLBOOK_SMTP_URL needs ROLLBOOK_PUBLIC_URL, the address that links "
                    + "in emails begin with.")
        }
    }

    private func isFar(_ server: SMTPServer) -> Bool {
        let address = NetworkAddress(server.host)?.text ?? ""
        return server.host.lowercased() != "localhost" && address != "::1"
            && !address.hasPrefix("127.")
    }

    /// The server and the sender, if there are any.
    func carrier(console: String) throws(Unsendable) -> (carrier: SMTPCarrier, sender: Sender)? {
        guard var server, let from else { return nil }
        server.ownName = Self.name(in: publicURL ?? console)
        let patience = self.patience == 0 ? Patience() : Patience(seconds: Double(self.patience))
        return (SMTPCarrier(server, patience), try Sender(from))
    }

    /// The name in an address such as https://console.example:8443; nil if it is none of the DNS.
    private static func name(in url: String) -> String? {
        let host = url.split(separator: "/").last?.split(separator: ":").first ?? ""
        let isName =
            host.contains(".") && host.last?.isLetter == true
            && host.utf8.allSatisfy { $0 < 0x80 && $0 > 0x20 }
        return isName ? String(host) : nil
    }
}
