import Directory
import Mail
import Markup
import Testing

@Suite struct MessageTests {
    @Test func itHasTheFieldsOfALetterAndBothParts() throws {
        let letter = try SampleLetter().letter()

        let message = try SampleLetter().message()
        let read = try ReadMessage(message.bytes)

        #expect(
            read.fields.map(\.name) == [
                "Date", "From", "To", "Reply-To", "Subject", "Message-ID", "Auto-Submitted",
                "MIME-Version", "Content-Type",
            ])
        #expect(read["Date"] == "Sun, 22 Nov 2026 08:05:00 +0000")
        #expect(read["From"] == "\"Fabrikam Ltd\" <accounts@console.example>")
        #expect(read["To"] == "\"Anneliese\" <anneliese.krueger@fabrikam.example>")
        #expect(read["Reply-To"] == "\"Rosa Ortega\" <rosa.ortega@partner.example>")
        #expect(try ReadMessage.words(read["Subject"]) == letter.subject)
        #expect(read["Message-ID"] == "<l-17@console.example>")
        #expect(read["Auto-Submitted"] == "auto-generated")
        #expect(
            read.parts.map(\.type) == ["text/plain; charset=utf-8", "text/html; charset=utf-8"])
        #expect(read.parts.map(\.text) == [letter.text, letter.html.text])
        #expect(message.recipient.text == "anneliese.krueger@fabrikam.example")
        #expect(!message.needsUTF8)
    }

    @Test func eachAttemptIsTheSameMessageButForItsDate() throws {
        let letter = try SampleLetter().letter()
        let sender = try Sender.sample()
        let id = MessageID("a/b c@d", from: sender)

        let first = try letter.message(from: sender, id: id, date: Timestamp(0))
        let again = try letter.message(from: sender, id: id, date: Timestamp(0))

        #expect(first == again)
        #expect(id.text == "<a-b-c-d@console.example>")
        #expect(try ReadMessage(first.bytes)["Date"] == "Thu, 1 Jan 1970 00:00:00 +0000")
    }

    @Test(arguments: [
        (-1, "Wed, 31 Dec 1969 23:59:59 +0000"),
        (951_782_400_000, "Tue, 29 Feb 2000 00:00:00 +0000"),
        (4_107_542_399_999, "Sun, 28 Feb 2100 23:59:59 +0000"),
        (4_107_542_400_000, "Mon, 1 Mar 2100 00:00:00 +0000"),
        (1_798_761_599_000, "Thu, 31 Dec 2026 23:59:59 +0000"),
    ])
    func itsDateIsThatOfTheCalendar(milliseconds: Int64, written: String) throws {
        let sender = try Sender.sample()

        let message = try SampleLetter().letter().message(
            from: sender, id: MessageID("1", from: sender), date: Timestamp(milliseconds))

        #expect(try ReadMessage(message.bytes)["Date"] == written)
    }

    @Test func longNamesAreFoldedAndNoCharacterIsParted() throws {
        var sample = SampleLetter()
        sample.account = String(repeating: "Überführungsgesellschaft 日本語 👩‍👩‍👧‍👦 ", count: 12)
        sample.name = String(repeating: "n", count: 400)

        let message = try sample.message()
        let read = try ReadMessage(message.bytes)

        #expect(read.lines.allSatisfy { $0.utf8.count <= 76 })
        let account = HeaderText(sample.account).text
        #expect(try ReadMessage.words(read["From"]) == "\(account) <accounts@console.example>")
        #expect(try ReadMessage.words(read["To"]).hasPrefix(sample.name + " <"))
        #expect(
            try ReadMessage.words(read["Subject"])
                == "Your \(account) account is ready – set it up")
        let family = try #require("👩‍👩‍👧‍👦".unicodeScalars.first)
        for line in read.lines where line.hasPrefix(" =?") {
            let text = try ReadMessage.words(String(line.dropFirst()))
            #expect(text.unicodeScalars.count { $0 == family } % 2 == 0, "\(text)")
        }
    }

    @Test func aDomainOfOtherLettersGoesAsALabels() throws {
        var sample = SampleLetter()
        sample.address = "käthe@bücher.example"

        let local = try sample.message()
        sample.address = "kaethe@bücher.example"
        let plain = try sample.message()

        #expect(plain.recipient.text == "kaethe@xn--bcher-kva.example")
        #expect(!plain.needsUTF8)
        #expect(plain.bytes.allSatisfy { $0 < 0x80 })
        #expect(local.recipient.text == "käthe@xn--bcher-kva.example")
        #expect(local.needsUTF8)
        #expect(try ReadMessage(local.bytes)["To"] == "\"Anneliese\" <\(local.recipient.text)>")
    }

    @Test func textOfAnyKindComesBackAsItWas() throws {
        var sample = SampleLetter()
        sample.words.greeting =
            "a=b =3D =\ttab.\n.\n..\nFrom me\n" + String(repeating: "ä", count: 99)
        sample.name = ".\u{2028}."

        let letter = try sample.letter()
        let read = try ReadMessage(sample.message().bytes)

        #expect(read.parts.map(\.text) == [letter.text, letter.html.text])
        #expect(read.lines.allSatisfy { $0.utf8.count <= 76 })
    }
}
