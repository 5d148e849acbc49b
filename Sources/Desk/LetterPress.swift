import Directory
import Mail
import Store

/// Makes the messages of one connection: letters of one mailing come one after the other, and their form is
/// made once.
struct LetterPress {
    private let post: Correspondence
    private var form: LetterForm?
    /// What the form was made for.
    private var mailing: Mailing?
    private var createdAt = Timestamp(0)

    init(_ post: Correspondence) {
        self.post = post
    }

    /// - Throws: `Unsendable` for an address that no email can be sent to.
    mutating func message(of letter: StoredLetter) throws -> Message {
        let address = letter.recipient
        return try form(for: letter, to: address).message(
            to: letter.name, at: address, link: letter.link(post),
            id: letter.messageID(from: post.sender))
    }

    private mutating func form(
        for letter: StoredLetter, to address: EmailAddress
    ) throws -> LetterForm {
        if let form, mailing == letter.mailing, createdAt == letter.createdAt,
            form.fits(letter.name, address)
        {
            return form
        }
        let made = try LetterForm(
            of: letter.letter(post), from: post.sender, date: letter.createdAt)
        (form, mailing, createdAt) = (made, letter.mailing, letter.createdAt)
        return made
    }
}
