import Desk
import Directory
import Markup

/// The emails that a house without SMTP keeps to itself.
struct MailboxList: Sendable {
    let console: Console
    let account: Account
    let isLaterPart: Bool
    let page: MailboxPage

    private var look: Look { console.look }

    private static let head = PageHead(
        title: "Mailbox",
        words:
            "No mail server is set up, so emails stay here, as they would have been sent. Nobody gets them."
    )

    func html() -> HTML {
        let main: HTML = """
            \(Self.head.html)\(page.letters.isEmpty ? nothing : list)
            """
        return Document(
            title: "Mailbox, \(account.name.isolated)", styles: ["tables", "mailbox"],
            script: "shell", body: console.body(main: main)
        ).html(look)
    }

    private var list: HTML {
        """
        <section class="card" aria-label="Emails">
        <table class="tbl"><thead><tr><th scope="col">To</th><th scope="col">Subject</th><th scope="col" class="opt">Written</th></tr></thead>
        <tbody>
        \(page.letters.map(row))</tbody></table>
        \(foot)</section>
        """
    }

    private func row(_ letter: LetterLine) -> HTML {
        """
        <tr class="link"><th scope="row"><div class="who"><span class="avatar" aria-hidden="true">\(letter.name.initials)</span><div class="to"><a href="\(Path.letter(account.id, letter.number).text)">\(HTML.isolated(letter.name))</a><span class="small muted">\(HTML.isolated(letter.address))</span></div></div></th>\
        <td class="subject">\(HTML.isolated(letter.subject))</td><td class="opt num">\(letter.at.minute)</td></tr>

        """
    }

    private var foot: HTML? {
        guard isLaterPart || page.next != nil else { return nil }
        let path = Path.mailbox(account.id)
        let first: HTML? =
            isLaterPart ? "<a class=\"btn sm\" href=\"\(path.text)\">From the beginning</a>" : nil
        let next: HTML? = page.next.map {
            "<a class=\"btn sm\" rel=\"next\" href=\"\(path.asking(["after": "\($0)"]))\">Next page</a>"
        }
        return
            "<div class=\"foot\"><span class=\"grow\">The newest first</span>\(first)\(next)</div>\n"
    }

    private var nothing: HTML {
        """
        <section class="card" aria-label="Emails"><div class="empty"><div class="art">\(look.icon(.mail))</div><h2>No emails yet</h2>
        <p>Select users on the Users page and send them welcome emails: they turn up here.</p>
        <div class="acts"><a class="btn primary" href="\(Path.users(account.id).text)">Go to Users</a></div></div></section>
        """
    }
}
