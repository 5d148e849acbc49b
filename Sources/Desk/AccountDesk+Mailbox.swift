package import Directory
import Mail
import Markup
import Store

/// The letters of a house without SMTP: they never left the machine, and are shown here as they would
/// have been sent. Whoever reads one can register in its user's place, so an account's own admins
/// can't when it has a partner.
extension AccountDesk {
    /// Letters never leave this house: what was sent lies in the mailbox.
    package var lettersStayHere: Bool { office.post.hasMailbox }

    /// A page of the account's letters, the newest first.
    /// - Throws: `Refusal` with `notFound` once letters are really sent.
    package func mailbox(after place: Int?, limit: Int = 50) async throws -> MailboxPage {
        let limit = ListLimit.clamped(limit)
        let post = try mailbox
        let found = try await readMailbox { tx, account in
            try tx.letters(in: account, before: place ?? Int(Int64.max), limit: limit + 1)
        }
        let next = found.count > limit ? found[limit - 1].id.number : nil
        return MailboxPage(
            letters: found.prefix(limit).map { LetterLine($0, post) }, next: next)
    }

    /// - Throws: `Refusal` with `notFound`.
    package func letter(_ number: Int) async throws -> LetterLook {
        let post = try mailbox
        let letter = try await readMailbox { tx, account in
            try tx.letter(LetterID(account: account, number: number))
        }
        guard let letter else { throw Refusal.noSuchLetter }
        return LetterLook(letter, post)
    }

    /// Whether this viewer may open the mailbox page, and there is one.
    package func mayReadMailbox() async throws -> Bool {
        guard office.post.hasMailbox else { return false }
        do {
            try await readMailbox { _, _ in }
            return true
        } catch let refusal as Refusal where refusal.code == .notFound {
            return false
        }
    }

    private var mailbox: Correspondence {
        get throws {
            guard office.post.hasMailbox else { throw Refusal.noSuchPage }
            return office.post
        }
    }

    private func readMailbox<Answer: Sendable>(
        _ work: @escaping @Sendable (any Transaction, ID<Account>) throws -> Answer
    ) async throws -> Answer {
        try await office.database.read { [viewer, account = account.id] tx in
            try tx.requireMailbox(of: account, by: viewer)
            return try work(tx, account)
        }
    }
}

/// A part of the mailbox.
package struct MailboxPage: Sendable {
    package let letters: [LetterLine]
    /// The `after` of the next page.
    package let next: Int?
}

/// A letter as the mailbox lists it.
package struct LetterLine: Sendable {
    package let number: Int
    package let subject: String
    /// The person's name and address.
    package let name: String
    package let address: String
    package let state: LetterState
    package let at: Timestamp

    init(_ letter: StoredLetter, _ post: Correspondence) {
        number = letter.id.number
        subject = letter.letter(post).subject
        name = letter.name
        address = letter.address
        state = letter.state
        at = letter.changedAt
    }
}

/// A letter as it would be sent.
package struct LetterLook: Sendable {
    package let line: LetterLine
    package let sender: String
    package let html: String
    package let text: String
    /// Where its button leads.
    package let link: String
    /// The whole message with its headers.
    package let raw: String

    init(_ letter: StoredLetter, _ post: Correspondence) {
        let look = letter.letter(post)
        line = LetterLine(letter, post)
        sender = post.sender.address.text
        html = look.html.text
        text = look.text
        link = look.link
        raw = (try? letter.message(post)).map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    }
}

extension StoredLetter {
    /// The same bytes at each attempt.
    func message(_ post: Correspondence) throws -> Message {
        try letter(post).message(
            from: post.sender, id: messageID(from: post.sender), date: createdAt)
    }

    func messageID(from sender: Sender) -> MessageID {
        MessageID(
            "\(id.account.text)-\(id.number)-\(createdAt.milliseconds)", from: sender)
    }
}

extension Refusal {
    static let noSuchLetter = Refusal(
        .notFound, "There is no such email.", remedy: "Go back to the list.")
}
