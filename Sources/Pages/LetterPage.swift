import Desk
import Directory
import Markup

/// One email of the mailbox: as people would see it, its plain text, and what would go over the wire.
struct LetterPage: Sendable {
    enum View: String, Sendable, CaseIterable {
        case email
        case text
        case source

        fileprivate var title: HTML {
            switch self {
            case .email: "Email"
            case .text: "Plain text"
            case .source: "Source"
            }
        }
    }

    let console: Console
    let account: Account
    let letter: LetterLook
    let view: View

    private var look: Look { console.look }
    private var path: Path { .letter(account.id, letter.line.number) }

    func html() -> HTML {
        let main: HTML = """
            <div class="page-head"><div class="grow"><p class="back"><a href="\(Path.mailbox(account.id).text)">Mailbox</a></p><h1>\(HTML.isolated(letter.line.subject))</h1></div></div>
            <section class="card" aria-label="Email">
            <div class="bar"><dl class="facts"><dt>To</dt><dd>\(HTML.isolated(letter.line.name)) <span class="muted">\(HTML.isolated(letter.line.address))</span></dd><dt>From</dt><dd>\(HTML.isolated(letter.sender))</dd><dt>Written</dt><dd>\(letter.line.at.minute)</dd></dl>
            <nav class="views" aria-label="Views of this email">\(View.allCases.map(tab))</nav></div>
            \(content)
            </section>
            """
        return Document(
            title: "\(letter.line.subject.isolated), Mailbox", styles: ["tables", "mailbox"],
            script: "shell", body: console.body(main: main)
        ).html(look)
    }

    private func tab(_ view: View) -> HTML {
        let address = path.asking(["view": view == .email ? nil : view.rawValue])
        return """
            <a href="\(address)"\(view == self.view ? " aria-current=\"page\"" : nil)>\(view.title)</a>
            """
    }

    private var content: HTML {
        switch view {
        case .email:
            """
            <iframe class="letter" src="\(Path.letterFrame(account.id, letter.line.number).text)" title="The email" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
            """
        case .text:
            "<pre class=\"letter\" tabindex=\"0\" aria-label=\"Plain text\">\(linked(letter.text))</pre>"
        case .source:
            "<pre class=\"letter\" tabindex=\"0\" aria-label=\"Source\">\(letter.raw)</pre>"
        }
    }

    /// Its address stands on a line of its own.
    private func linked(_ text: String) -> [HTML] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let address = line.filter { $0 != "\r" }
            return address == letter.link
                ? "<a href=\"\(address)\" target=\"_blank\" rel=\"noopener\">\(address)</a>\n"
                : "\(address)\n"
        }
    }
}
