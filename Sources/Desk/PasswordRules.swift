import Directory

/// What a new password must be: long, of any characters, and not the first thing one would guess.
struct PasswordRules: Sendable {
    /// What others know: the person's address and names, the account's name.
    let words: [String]

    private let shortest: Int

    init(of words: String..., shortest: Int) {
        self.words = words
        self.shortest = shortest
    }

    private static let longest = 1024
    /// Characters that must be left when each part that guessers try first counts as one.
    private static let fewestLeft = 8

    /// Why this password is refused; nil when it may be used.
    func refusal(of password: String) -> Refusal? {
        if password.count < shortest {
            return Self.weak(
                "The password is too short.",
                "Use at least \(shortest) characters. Four unrelated words are easy to remember.")
        }
        if password.utf8.count > Self.longest {
            return Self.weak("The password is too long.", "Use at most 1,024 bytes.")
        }
        let plain = password.lowercased()
        if Guessing(knowing: []).remainder(of: plain) < Self.fewestLeft {
            return Self.weak(
                "The password is easy to guess.",
                "It is a common password, or repeats itself, or follows the keyboard. Use four unrelated words instead."
            )
        }
        if Guessing(knowing: personalWords).remainder(of: plain) < Self.fewestLeft {
            return Self.weak(
                "The password is little more than your name, your address or the account's name.",
                "Use four words that have nothing to do with you.")
        }
        return nil
    }

    /// The words whole and their parts, from four letters on: shorter ones say nothing.
    private var personalWords: [String] {
        words.flatMap { word in
            let parts = word.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
            return [word.lowercased()] + parts
        }.filter { $0.count >= 4 }
    }

    private static func weak(_ message: String, _ remedy: String) -> Refusal {
        Refusal(.passwordTooWeak, message, remedy: remedy, field: "password")
    }
}
