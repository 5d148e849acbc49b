package import Directory
import Markup

/// Shows an operator that the settings for mail are right.
package struct TestLetter: Letter {
    package var recipientName = ""
    package var recipient: EmailAddress
    /// The console's address.
    package var link: String

    package init(recipient: EmailAddress, link: String) {
        self.recipient = recipient
        self.link = link
    }

    package var accountName: String { "Rollbook" }
    package var replyTo: EmailAddress? { nil }
    package var replyName: String { "" }
    package var wording: Wording {
        Wording(
            subject: title, html: markup,
            plain: "\(sentence)\n\nLinks in emails begin with this address:\n\(link)\n")
    }

    private var title: String { "Test email from Rollbook" }

    private var markup: HTML {
        """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><title>\(title)</title></head>
        <body><p>\(sentence)</p><p>Links in emails begin with this address: \
        <a href="\(link)">\(link)</a></p></body>
        </html>

        """
    }

    private var sentence: String {
        "This email was sent by “rollbook mail test”: the settings for mail work."
    }
}
