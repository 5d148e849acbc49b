import Directory

/// What a new password must be: long, of any characters, and not the first thing one would guess.
struct PasswordRules: Sendable {
    /// What the password may not contain: the person's address and names, the account's name.
    let words: [String]

    private static let shortest = 15
    private static let longest = 1024

    /// Why this password is refused; nil when it may be used.
    func refusal(of password: String) -> Refusal? {
        if password.count < Self.shortest {
            return Self.weak(
                "The password is too short.",
                "Use at least \(Self.shortest) characters: four words are easy to remember.")
        }
        if password.utf8.count > Self.longest {
            return Self.weak("The password is too long.", "Use at most 1,024 bytes.")
        }
        let plain = password.lowercased()
        if let word = personalWords.first(where: plain.contains) {
            return Self.weak(
                "The password contains “\(word)”, which others know about you.",
                "Choose words that have nothing to do with you or the account.")
        }
        if Guessing.remainder(of: plain) < 8 {
            return Self.weak(
                "The password is easy to guess.",
                "Avoid repetitions, rows of keys and common passwords: four unrelated words are good."
            )
        }
        return nil
    }

    /// Parts of at least four letters; shorter ones are in too many good passwords.
    private var personalWords: [String] {
        words.flatMap { word in
            let parts = word.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
            return [word.lowercased()] + parts
        }.filter { $0.count >= 4 && !Self.endings.contains($0) }
    }

    /// Parts of addresses and company names that say nothing about a person.
    private static let endings: Set<String> = ["mail", "email", "info", "example", "gmbh"]

    private static func weak(_ message: String, _ remedy: String) -> Refusal {
        Refusal(.passwordTooWeak, message, remedy: remedy, field: "password")
    }
}
