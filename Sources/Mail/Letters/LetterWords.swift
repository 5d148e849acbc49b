package import Directory

/// What an account says in its own words; what is empty is said in the product's.
package struct LetterWords: Sendable, Equatable {
    package var subject: String
    /// The paragraphs under the heading, with empty lines between them.
    package var greeting: String
    package var replyTo: EmailAddress?

    package init(subject: String = "", greeting: String = "", replyTo: EmailAddress? = nil) {
        self.subject = subject
        self.greeting = greeting
        self.replyTo = replyTo
    }

    package static let ours = LetterWords()

    /// The greeting's paragraphs; none if the product's shall stand there.
    var paragraphs: [Passage] {
        let lines = greeting.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let trimmed = lines.map { HeaderText(String($0)).text }
        return trimmed.split(separator: "").map { Passage($0.joined(separator: " ")) }
    }
}
