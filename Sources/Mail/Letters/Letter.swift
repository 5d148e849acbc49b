package import Directory

/// One e-mail that must be sent: to whom, and what it says. Its words are made from its facts alone,
/// so that the same letter can be shown before it is sent and again afterwards.
package protocol Letter: Sendable {
    /// The account's, which stands as the sender's.
    var accountName: String { get }
    var recipientName: String { get set }
    var recipient: EmailAddress { get set }
    /// Where answers go; nil: to the sender's address.
    var replyTo: EmailAddress? { get }
    /// Who gets the answers.
    var replyName: String { get }
    /// Where its button leads.
    var link: String { get set }
    var wording: Wording { get }
}

extension EmailAddress {
    /// nil for an address beyond ASCII to somebody who has none: named in the letter, it would keep it
    /// from every server without SMTPUTF8.
    func reachable(from recipient: EmailAddress) -> EmailAddress? {
        isASCII || !recipient.isASCII ? self : nil
    }

    var isASCII: Bool { key.utf8.allSatisfy { $0 < 0x80 } }
}
