package import Directory
import Markup

extension Letter {
    /// The letter as a message, the same each time: `multipart/alternative` of its text and its HTML.
    /// - Throws: `Unsendable` for an address that can't have come from the parser of addresses.
    package func message(
        from sender: Sender, id: MessageID, date: Timestamp
    ) throws(Unsendable) -> Message {
        let recipient = try EnvelopeAddress(recipient)
        let answers: EnvelopeAddress? = if let replyTo { try EnvelopeAddress(replyTo) } else { nil }
        let wording = wording
        var bytes = headers(from: sender, to: recipient, replyTo: answers, date: date)
        bytes += HeaderField.subject(wording.subject).line
        bytes += HeaderField.words("Message-ID", id.text).line
        bytes += HeaderField.words("Auto-Submitted", "auto-generated").line
        bytes += MessageBody(text: wording.text, html: wording.html.text).bytes
        return Message(
            from: sender.address, to: recipient, bytes: bytes,
            needsUTF8: sender.address.needsUTF8 || recipient.needsUTF8
                || answers?.needsUTF8 == true)
    }

    private func headers(
        from sender: Sender, to recipient: EnvelopeAddress, replyTo: EnvelopeAddress?,
        date: Timestamp
    ) -> [UInt8] {
        var fields: [HeaderField] = [
            .date(date),
            .mailbox("From", Mailbox(name: HeaderText(accountName), address: sender.address)),
            .mailbox("To", Mailbox(name: HeaderText(recipientName), address: recipient)),
        ]
        if let replyTo {
            fields.append(
                .mailbox(
                    "Reply-To", Mailbox(name: HeaderText(replyName), address: replyTo)))
        }
        return fields.flatMap(\.line)
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
