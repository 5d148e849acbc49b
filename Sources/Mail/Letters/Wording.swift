package import Markup

/// What a letter says, once as HTML and once as plain text.
package struct Wording: Sendable {
    package let subject: String
    package let html: HTML
    package let text: String

    package init(subject: String, html: HTML, text: String) {
        self.subject = subject
        self.html = html
        self.text = text
    }

    init(_ body: LetterBody) {
        self.init(subject: body.subject.text, html: body.html, text: body.text)
    }
}

extension Letter {
    package var subject: String { wording.subject }
    package var html: HTML { wording.html }
    package var text: String { wording.text }
}
