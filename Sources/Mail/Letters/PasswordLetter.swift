package import Directory

/// Lets a user who has forgotten the password choose another one.
package struct PasswordLetter: Letter {
    package let accountName: String
    package var recipientName: String
    package var recipient: EmailAddress
    /// With the token: it opens the page where the password is chosen.
    package var link: String
    package let expires: Timestamp
    package let words: LetterWords

    package init(
        accountName: String, recipientName: String, recipient: EmailAddress, link: String,
        expires: Timestamp, words: LetterWords = .ours
    ) {
        self.accountName = accountName
        self.recipientName = recipientName
        self.recipient = recipient
        self.link = link
        self.expires = expires
        self.words = words
    }

    package var replyTo: EmailAddress? { words.replyTo?.reachable(from: recipient) }
    package var replyName: String { accountName }
    package var wording: Wording { Wording(body) }

    private var body: LetterBody {
        let end = CivilDate(of: expires)
        return LetterBody(
            subject: HeaderText("Choose a new password for \(accountName)"),
            preheader: "The link works until \(ours: end.timeText).",
            accountName: HeaderText(accountName),
            heading: "Choose a new password",
            paragraphs: [
                """
                Somebody, probably you, asked for a new password for your account at \
                \(strong: accountName). Until you choose one, the old one works.
                """
            ],
            button: "Choose a new password", link: link,
            deadline: "\(end.timeText) on \(end.dayText)", address: recipient.text,
            closing: """
                If you did not ask for this, ignore this email; nothing happens without you.
                """,
            footer: """
                Sent to \(recipient.text) because somebody entered this address on the sign-in page.
                """)
    }
}
