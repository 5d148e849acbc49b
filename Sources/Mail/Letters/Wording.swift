package import Markup

/// What a letter says, once as HTML and once as plain text.
package struct Wording: Sendable {
    package let subject: String
    package let html: HTML
    /// Before its lines are wrapped.
    let plain: String

    init(subject: String, html: HTML, plain: String) {
        self.subject = subject
        self.html = html
        self.plain = plain
    }

    init(_ body: LetterBody) {
        self.init(subject: body.subject.text, html: body.html, plain: body.plain)
    }

    package var text: String {
        String(decoding: WrappedText(Array(plain.utf8)).bytes, as: UTF8.self)
    }
}

extension Letter {
    package var subject: String { wording.subject }
    package var html: HTML { wording.html }
    package var text: String { wording.text }
}
