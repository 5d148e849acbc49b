package import Directory

/// Invites a new user to choose a password.
package struct WelcomeLetter: Letter {
    package let accountName: String
    package var recipientName: String
    package var recipient: EmailAddress
    /// Empty: somebody at the machine itself.
    package let inviterName: String
    /// Where questions go, if the account's words say nothing else.
    private let inviter: EmailAddress?
    /// With the token: it opens the page where the password is chosen.
    package var link: String
    package let expires: Timestamp
    package let words: LetterWords

    package init(
        accountName: String, recipientName: String, recipient: EmailAddress, inviterName: String,
        replyTo: EmailAddress?, link: String, expires: Timestamp, words: LetterWords = .ours
    ) {
        self.accountName = accountName
        self.recipientName = recipientName
        self.recipient = recipient
        self.inviterName = inviterName
        self.inviter = replyTo
        self.link = link
        self.expires = expires
        self.words = words
    }

    package var replyTo: EmailAddress? { (words.replyTo ?? inviter)?.reachable(from: recipient) }
    package var replyName: String { words.replyTo == nil ? inviterName : accountName }
    package var wording: Wording { Wording(body) }

    private var body: LetterBody {
        let day = CivilDate(of: expires)
        let ownSubject = HeaderText(words.subject)
        let product = HeaderText("Your \(accountName) account is ready – set it up")
        return LetterBody(
            subject: ownSubject.text.isEmpty ? product : ownSubject,
            preheader: preheader(until: day.shortDayText),
            accountName: HeaderText(accountName),
            heading: recipientName.isEmpty ? "Welcome" : "Welcome, \(recipientName)",
            paragraphs: words.paragraphs.isEmpty ? [greeting] : words.paragraphs,
            button: "Set up your account", link: link, deadline: day.dayText,
            address: recipient.text, closing: closing,
            footer: """
                Sent to \(recipient.text) because an administrator of \(accountName) added this address.
                """)
    }

    private func preheader(until day: String) -> Passage {
        inviterName.isEmpty
            ? "Choose a password to start – the link works until \(ours: day)."
            : """
            \(inviterName) added you. Choose a password to start – the link works until \(ours: day).
            """
    }

    private var greeting: Passage {
        inviterName.isEmpty
            ? """
            You have been added to \(strong: accountName). Choose a password and you can sign in to \
            your applications.
            """
            : """
            \(inviterName) has added you to \(strong: accountName). Choose a password and you can sign \
            in to your applications.
            """
    }

    private var closing: Passage {
        if replyTo == nil {
            """
            Questions? Ask an administrator of \(accountName). If you do not know \(accountName), \
            ignore this email; nothing happens without you.
            """
        } else if replyName.isEmpty {
            """
            Questions? Reply to this email. If you do not know \(accountName), ignore this email; \
            nothing happens without you.
            """
        } else {
            """
            Questions? Reply to this email – it goes to \(replyName). If you do not know \
            \(accountName), ignore this email; nothing happens without you.
            """
        }
    }
}
