import Directory
import Mail
import Markup
import Testing

@Suite struct WelcomeLetterTests {
    @Test func thePlainTextSaysEverything() throws {
        let letter = try SampleLetter().letter()

        #expect(letter.subject == "Your Fabrikam Ltd account is ready – set it up")
        #expect(
            letter.text == """
                Welcome, Anneliese

                Rosa Ortega has added you to Fabrikam Ltd. Choose a password and you can
                sign in to your applications.

                Set up your account:
                https://console.example/register#3f9a1c7e
                (works until 29 November 2026)

                Your sign-in email: anneliese.krueger@fabrikam.example

                Questions? Reply to this email – it goes to Rosa Ortega. If you do not
                know Fabrikam Ltd, ignore this email; nothing happens without you.

                -- 
                Sent to anneliese.krueger@fabrikam.example because an administrator of
                Fabrikam Ltd added this address.

                """)
    }

    @Test func theHTMLSaysTheSameWithOneButtonAndNoImage() throws {
        let html = try SampleLetter().letter().html.text

        #expect(html.contains("<title>Your Fabrikam Ltd account is ready – set it up</title>"))
        #expect(html.contains(">Set up your account</a>"))
        #expect(html.contains("<strong>29 November 2026</strong>"))
        #expect(html.contains("the link works until 29 November."))
        #expect(html.split(separator: "class=\"btn\"").count == 2)
        #expect(
            html.split(separator: "href=\"https://console.example/register#3f9a1c7e\"").count == 3)
        #expect(html.contains("prefers-color-scheme: dark"))
        #expect(!html.contains("<img") && !html.contains("url(") && !html.contains("<script"))
        #expect(html.utf8.count < 6_000)
    }

    @Test func whatPeopleWroteStaysTextInTheHTML() throws {
        var sample = SampleLetter()
        sample.account = "<script>alert(1)</script>"
        sample.name = "\" onload=\"x"
        sample.inviter = "Rosa\u{202E}<b>"
        sample.words.greeting = "Hello <img src=x>\r\nthere\n\nSecond & last"
        sample.link = "https://console.example/register#\"><i>"

        let html = try sample.letter().html.text

        for tag in ["<script", "<img", "<b>", "<i>", "\" onload", "\u{202E}"] {
            #expect(!html.contains(tag), "\(tag)")
        }
        #expect(html.contains("<bdi>Hello &lt;img src=x&gt; there</bdi></p>"))
        #expect(html.contains("<bdi>Second &amp; last</bdi></p>"))
    }

    @Test func anAccountsOwnWordsTakeThePlaceOfOurs() throws {
        var sample = SampleLetter()
        sample.words = LetterWords(
            subject: " Hello\r\nBcc: all@x.example ", greeting: "Glad you are here.\n\n\nSee you.",
            replyTo: try EmailAddress("help@fabrikam.example"))

        let letter = try sample.letter()

        #expect(letter.subject == "Hello Bcc: all@x.example")
        #expect(
            letter.text.hasPrefix("Welcome, Anneliese\n\nGlad you are here.\n\nSee you.\n\nSet up"))
        #expect(letter.text.contains("it goes to Fabrikam Ltd."))
        #expect(letter.replyTo?.text == "help@fabrikam.example")
    }

    @Test func nobodyIsNamedWhoIsNotKnown() throws {
        var sample = SampleLetter()
        sample.inviter = ""
        sample.name = ""
        sample.replyTo = nil

        let text = try sample.letter().text

        #expect(text.hasPrefix("Welcome\n\nYou have been added to Fabrikam Ltd."))
        #expect(text.contains("Questions? Ask an administrator of Fabrikam Ltd."))
    }

    @Test func aForgottenPasswordHasALetterOfItsOwn() throws {
        let letter = PasswordLetter(
            accountName: "Fabrikam Ltd", recipientName: "Ana",
            recipient: try EmailAddress("ana@fabrikam.example"),
            link: "https://console.example/register#x", expires: SampleLetter().expires)

        #expect(letter.subject == "Choose a new password for Fabrikam Ltd")
        #expect(letter.text.contains("(works until 08:05 UTC on 29 November 2026)"))
        #expect(letter.html.text.contains(">Choose a new password</a>"))
    }
}
