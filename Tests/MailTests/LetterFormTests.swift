import Directory
import Mail
import Markup
import Testing

/// A letter from a form says what the letter itself says, whoever it is to.
@Suite struct LetterFormTests {
    private static let date = Timestamp(1_795_334_700_000)

    /// A form that was made for somebody else.
    private static func form(_ sample: SampleLetter) throws -> LetterForm {
        var other = sample
        other.name = sample.name.isEmpty ? "" : "Bo"
        other.address = "bo@elsewhere.example"
        other.link = "https://console.example/register#other"
        return try LetterForm(of: other.letter(), from: .sample(), date: date)
    }

    private static func check(_ sample: SampleLetter, _ form: LetterForm) throws {
        let letter = try sample.letter()
        let sender = try Sender.sample()
        let id = MessageID("l-17", from: sender)
        #expect(form.fits(sample.name, letter.recipient))

        let message = try form.message(
            to: sample.name, at: letter.recipient, link: sample.link, id: id)

        let read = try ReadMessage(message.bytes)
        #expect(read.parts.map(\.text) == [letter.text, letter.html.text])
        // A long address can't be folded in the header.
        #expect(read.lines.drop { !$0.isEmpty }.allSatisfy { $0.utf8.count <= 76 })
        #expect(try message == letter.message(from: sender, id: id, date: date))
    }

    @Test func namesOfAllKindsFillItIn() throws {
        var sample = SampleLetter()
        let form = try Self.form(sample)
        for name in Hostile.texts + ["Zoë", "O'Neill & Söhne <x>", "=", "a=b", " ", "日本 太郎"] {
            sample.name = name
            try Self.check(sample, form)
        }
    }

    @Test func linksAndAddressesOfAllLengthsFillItIn() throws {
        var sample = SampleLetter()
        let form = try Self.form(sample)
        for length in 1..<120 {
            let letters = String(repeating: "x", count: length)
            sample.name = String(repeating: "n ", count: length / 2) + "n"
            sample.address = "\(letters.prefix(60))@fabrikam.example"
            sample.link = "https://console.example/register#\(letters)"
            try Self.check(sample, form)
        }
    }

    @Test func anAccountsOwnWordsStandInIt() throws {
        for text in Hostile.texts.prefix(60) {
            var sample = SampleLetter()
            sample.account = text
            sample.inviter = text
            sample.words.greeting = text
            try Self.check(sample, Self.form(sample))
        }
    }

    @Test func itFitsOnlyWhoseWordsAreTheSame() throws {
        let form = try Self.form(SampleLetter())
        let plain = try EmailAddress("ana@x.example")
        let beyond = try EmailAddress("bücher@x.example")

        #expect(form.fits("Ana", plain))
        #expect(!form.fits("", plain))
        #expect(!form.fits("Ana", beyond))
    }

    @Test func whoHasNoNameIsGreetedWithoutOne() throws {
        var sample = SampleLetter()
        sample.name = ""

        try Self.check(sample, Self.form(sample))
    }
}
