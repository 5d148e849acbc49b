import Directory
import Mail

/// A letter of every day, of which each test changes what it is about.
struct SampleLetter {
    var account = "Fabrikam Ltd"
    var name = "Anneliese"
    var address = "anneliese.krueger@fabrikam.example"
    var inviter = "Rosa Ortega"
    var replyTo: String? = "rosa.ortega@partner.example"
    var words = LetterWords.ours
    var link = "https://console.example/register#3f9a1c7e"
    /// 29 November 2026, 08:05 UTC.
    var expires = Timestamp(1_795_939_500_000)

    func letter() throws -> WelcomeLetter {
        WelcomeLetter(
            accountName: account, recipientName: name, recipient: try EmailAddress(address),
            inviterName: inviter, replyTo: try replyTo.map { try EmailAddress($0) }, link: link,
            expires: expires, words: words)
    }

    func message() throws -> Message {
        let sender = try Sender.sample()
        return try letter().message(
            from: sender, id: MessageID("l-17", from: sender), date: Timestamp(1_795_334_700_000))
    }
}

extension Sender {
    static func sample() throws -> Sender {
        try Sender(EmailAddress("accounts@console.example"))
    }
}
