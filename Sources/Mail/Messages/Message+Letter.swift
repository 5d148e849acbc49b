package import Directory

extension Letter {
    /// The letter as a message, the same each time: `multipart/alternative` of its text and its HTML.
    /// - Throws: `Unsendable` for an address that can't have come from the parser of addresses.
    package func message(
        from sender: Sender, id: MessageID, date: Timestamp
    ) throws(Unsendable) -> Message {
        try LetterForm(of: self, from: sender, date: date).message(
            to: recipientName, at: recipient, link: link, id: id)
    }
}
