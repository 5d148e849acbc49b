import Gate
import Directory
import Mail

/// What stands in the fields, and why it was refused.
struct LetterWordsForm: Sendable {
    var subject: String
    var greeting: String
    var replyTo: String
    var refusal: Refusal?

    init(of words: LetterWords) {
        subject = words.subject
        greeting = words.greeting
        replyTo = words.replyTo?.text ?? ""
    }

    init(_ fields: inout FormFields) throws {
        subject = try fields.optional("subject") ?? ""
        greeting = try fields.optional("greeting") ?? ""
        replyTo = try fields.optional("reply_to") ?? ""
    }

    var shortened: LetterWordsForm {
        var form = self
        form.subject = subject.shortened
        form.greeting = String(greeting.prefix(4_000))
        form.replyTo = replyTo.shortened
        return form
    }
}
