package import Directory

/// One press of Send, and what all its letters have in common.
package struct Mailing: Sendable, Equatable {
    package let request: String
    package let kind: InvitationKind
    package let accountName: String
    /// Who invites; empty if nobody in particular does.
    package let inviter: String
    package let inviterEmail: String
    package let words: StoredWords
    package let expires: Timestamp
    /// What the request chose, in short; empty if nobody chose.
    package let chosen: String

    package init(
        request: String, kind: InvitationKind, accountName: String, inviter: String,
        inviterEmail: String, words: StoredWords, expires: Timestamp, chosen: String = ""
    ) {
        self.request = request
        self.kind = kind
        self.accountName = accountName
        self.inviter = inviter
        self.inviterEmail = inviterEmail
        self.words = words
        self.expires = expires
        self.chosen = chosen
    }
}

/// An account's own words for its letters; an empty one stands for the product's.
package struct StoredWords: Sendable, Equatable {
    package let subject: String
    package let greeting: String
    package let replyTo: String

    package init(subject: String = "", greeting: String = "", replyTo: String = "") {
        self.subject = subject
        self.greeting = greeting
        self.replyTo = replyTo
    }
}
