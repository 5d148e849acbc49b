import Directory
import Mail
import Store

extension Transaction {
    /// A mailing of Welcome emails as it would be sent now.
    func welcome(
        _ request: String, of account: Account, by viewer: Viewer?, _ rules: OfficeRules,
        at now: Timestamp, chosen: String = ""
    ) throws -> Mailing {
        var inviter: User?
        if case .user(let id, let home)? = viewer { inviter = try user(id, in: home) }
        return Mailing(
            request: request, kind: .welcome, accountName: account.name,
            inviter: inviter?.displayName ?? "", inviterEmail: inviter?.email ?? "",
            words: try letterWords(of: account.id),
            expires: rules.end(of: .welcome, from: now), chosen: chosen)
    }
}

extension Mailing {
    /// The letter of this mailing to one person. Their address was parsed when it was stored.
    func letter(to name: String, at address: String, link: String) -> any Letter {
        let recipient = EmailAddress(stored: address)
        let words = LetterWords(self.words)
        return switch kind {
        case .welcome:
            WelcomeLetter(
                accountName: accountName, recipientName: name, recipient: recipient,
                inviterName: inviter, replyTo: try? EmailAddress(inviterEmail), link: link,
                expires: expires, words: words)
        case .password:
            PasswordLetter(
                accountName: accountName, recipientName: name, recipient: recipient, link: link,
                expires: expires, words: words)
        }
    }
}

extension EmailAddress {
    fileprivate init(stored text: String) {
        self = (try? EmailAddress(text)) ?? EmailAddress(text: text, key: text)
    }
}

extension LetterWords {
    init(_ stored: StoredWords) {
        self.init(
            subject: stored.subject, greeting: stored.greeting,
            replyTo: try? EmailAddress(stored.replyTo))
    }
}

extension StoredLetter {
    /// The letter as it is sent, with the link that only this house can make.
    func letter(_ post: Correspondence) -> any Letter {
        mailing.letter(to: name, at: address, link: link(post))
    }

    func link(_ post: Correspondence) -> String {
        let token = invitation.map { InvitationToken(id: $0, version: version, key: post.key).text }
        return post.link(token ?? "", for: mailing.kind)
    }

    var recipient: EmailAddress { EmailAddress(stored: address) }
}
