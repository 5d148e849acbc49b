import Directory
package import Mail
import Store

/// What an account says in its own words in its Welcome emails.
extension AccountDesk {
    package func letterWords() async throws -> LetterWords {
        let stored = try await read { [account] in try $0.letterWords(of: account.id) }
        return LetterWords(stored)
    }

    /// - Throws: `Refusal` with `wrongValue` and the field.
    package func setLetterWords(subject: String, greeting: String, replyTo: String) async throws
        -> LetterWords
    {
        if subject.count > 200 { throw Self.tooLong("subject", 200) }
        if greeting.count > 2_000 { throw Self.tooLong("greeting", 2_000) }
        let isWritten = replyTo.contains { !$0.isWhitespace }
        let address = isWritten ? try Self.address(replyTo) : nil
        let words = StoredWords(
            subject: subject, greeting: greeting, replyTo: address?.text ?? "")
        try await write { [account] in try $0.setLetterWords(words, of: account.id) }
        return LetterWords(words)
    }

    private static func address(_ text: String) throws(Refusal) -> EmailAddress {
        guard let address = try? EmailAddress(text) else {
            throw Refusal(
                .wrongValue, "Nobody can answer to this address.",
                remedy: "Use an address such as help@example.com, or none.", field: "reply_to")
        }
        return address
    }

    private static func tooLong(_ field: String, _ most: Int) -> Refusal {
        Refusal(
            .wrongValue, "The \(field) is too long.", remedy: "Use at most \(most) characters.",
            field: field)
    }
}
