package import Directory
import Markup

/// What all letters of a mailing have in common, as it goes over the wire. Only whom each of them goes to
/// is left to be filled in: that is quicker than to make each from its words.
package struct LetterForm: Sendable {
    private let sender: EnvelopeAddress
    private let replyTo: EnvelopeAddress?
    /// Header fields before the recipient's, and between that and the message's name.
    private let front: [UInt8]
    private let middle: [UInt8]
    /// Behind the message's name, until the text begins.
    private let back: [UInt8]
    private let plain: PersonalLines
    /// Quoted-printable; lines end softly before and behind each blank.
    private let html: PersonalText
    private let hasName: Bool
    private let isASCII: Bool

    /// - Parameter letter: Any letter of the mailing.
    /// - Throws: `Unsendable` for an address that can't have come from the parser of addresses.
    package init(
        of letter: some Letter, from sender: Sender, date: Timestamp
    ) throws(Unsendable) {
        self.sender = sender.address
        replyTo = if let address = letter.replyTo { try EnvelopeAddress(address) } else { nil }
        hasName = !letter.recipientName.isEmpty
        isASCII = letter.recipient.isASCII
        let marks = PersonalMarks(hasName: hasName, isASCII: isASCII)
        let wording = marks.marked(letter).wording
        plain = PersonalLines(PersonalText(wording.plain, marks))
        html = PersonalText(wording.html.text, marks).inQuotedPrintable
        let account = Mailbox(name: HeaderText(letter.accountName), address: sender.address)
        front = HeaderField.date(date).line + HeaderField.mailbox("From", account).line
        let answers = replyTo.map { Mailbox(name: HeaderText(letter.replyName), address: $0) }
        middle =
            (answers.map { HeaderField.mailbox("Reply-To", $0).line } ?? [])
            + HeaderField.subject(wording.subject).line
        back =
            HeaderField.words("Auto-Submitted", "auto-generated").line + MessageBody.beforeText
    }

    /// Whether the words to this person differ only in what is filled in.
    package func fits(_ name: String, _ recipient: EmailAddress) -> Bool {
        hasName == !name.isEmpty && isASCII == recipient.isASCII
    }

    /// The letter to somebody whom it fits; the same bytes each time.
    /// - Throws: `Unsendable` for an address that can't have come from the parser of addresses.
    package func message(
        to name: String, at address: EmailAddress, link: String, id: MessageID
    ) throws(Unsendable) -> Message {
        let recipient = try EnvelopeAddress(address)
        let person = PersonalFilling(
            name: HeaderText(name), address: HeaderText(address.text), link: link)
        let to = Mailbox(name: person.name, address: recipient)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(8_192)
        bytes += front
        bytes += HeaderField.mailbox("To", to).line
        bytes += middle
        bytes += HeaderField.words("Message-ID", id.text).line
        bytes += back
        plain.fill(&bytes, person.plain)
        bytes += MessageBody.beforeMarkup
        html.fill(&bytes, person.quotedMarkup)
        bytes += MessageBody.end
        return Message(
            from: sender, to: recipient, bytes: bytes,
            needsUTF8: sender.needsUTF8 || recipient.needsUTF8 || replyTo?.needsUTF8 == true)
    }
}

extension HeaderField {
    fileprivate static func mailbox(_ name: StaticString, _ mailbox: Mailbox) -> HeaderField {
        var field = HeaderField(name)
        mailbox.append(to: &field)
        return field
    }

    fileprivate static func subject(_ text: String) -> HeaderField {
        var field = HeaderField("Subject")
        field.append(HeaderText(text))
        return field
    }

    fileprivate static func words(_ name: StaticString, _ word: String) -> HeaderField {
        var field = HeaderField(name)
        field.append(word: word)
        return field
    }

    /// `Sun, 29 Nov 2026 08:05:00 +0000`
    fileprivate static func date(_ date: Timestamp) -> HeaderField {
        var field = HeaderField("Date")
        field.append(word: CivilDate(of: date).headerText)
        return field
    }
}
