import Desk
import Directory
import Markup

/// A partner's customer accounts.
struct AccountsPage: Sendable {
    let console: Console
    let page: AccountPage
    var search = ""
    /// Not the first part of the list.
    var isLaterPart = false
    var dialog: OverlaidForm?

    private var look: Look { console.look }

    func html() -> HTML {
        let main: HTML = """
            \(head.html)\(page.total == 0 && search.isEmpty ? noAccounts : list)
            """
        return Document(
            title: dialog.map { ($0.note == nil ? "" : "Error: ") + "Add Account" } ?? "Accounts",
            styles: ["tables"],
            script: "accounts", body: console.body(main: main, dialog: dialog?.html(look))
        ).html(look)
    }

    private var head: PageHead {
        PageHead(
            title: "Accounts", words: "Choose a customer account to look after its users.",
            actions:
                "<a class=\"btn\" href=\"\(Path.newAccount.text)\">\(look.icon(.plus))Add Account</a>"
        )
    }

    private var noAccounts: HTML {
        """
        <section class="card" aria-label="Customer accounts"><div class="empty"><div class="art">\(look.icon(.building))</div><h2>No accounts yet</h2>
        <p>Add the first customer account, then bring its users in from a spreadsheet.</p>
        <div class="acts"><a class="btn primary" href="\(Path.newAccount.text)">\(look.icon(.plus))Add Account</a></div></div></section>
        """
    }

    private var list: HTML {
        """
        <section class="card" aria-label="Customer accounts">
        <form class="bar" role="search" method="get" action="\(Path.accounts.text)"><label class="search">\(look.icon(.search))<input class="input" type="search" name="search" value="\(search)" placeholder="Find an account" aria-label="Find an account" autocomplete="off" dir="auto" data-narrow></label>
        <button class="btn" type="submit">Find</button></form>
        <table class="tbl acc"\(page.lines.isEmpty ? " hidden" : nil)><thead><tr><th scope="col">Account</th><th scope="col" class="opt">ID</th><th scope="col" class="r">Users</th><th scope="col" class="opt">Account Admin</th><th scope="col" class="opt">Last import</th><th scope="col">Status</th></tr></thead>
        <tbody>
        \(page.lines.map(row))</tbody></table>
        <div class="empty" data-none\(page.lines.isEmpty ? nil : " hidden")><p>No account matches. Check the spelling.</p></div>
        \(foot)</section>
        """
    }

    private func row(_ line: AccountLine) -> HTML {
        let account = line.account
        return """
            <tr class="link" data-account-row><th scope="row"><div class="who"><span class="avatar" aria-hidden="true">\(account.name.initials)</span><a class="trunc" href="\(Path.users(account.id).text)">\(HTML.isolated(account.name))</a></div></th>\
            <td class="opt num">\(account.id.text)</td><td class="ro num r">\(account.userCount.counted("user"))</td>\
            <td class="opt">\(line.admin.isEmpty ? "–" : HTML.isolated(line.admin))</td><td class="opt num">\(line.lastImport.map(Self.day) ?? "–")</td>\
            <td class="pl">\(state(of: line))</td></tr>

            """
    }

    static func day(_ moment: Timestamp) -> HTML {
        "<time datetime=\"\(moment.isoDay)\">\(moment.day)</time>"
    }

    private func state(of line: AccountLine) -> HTML {
        if line.hasUnfinishedImport {
            "<span class=\"pill warn\">\(look.icon(.clock))Import unfinished</span>"
        } else if line.account.userCount == 0 {
            "<span class=\"pill acc\">No users yet</span>"
        } else {
            "<span class=\"pill ok\">\(look.icon(.check))Active</span>"
        }
    }

    private var foot: HTML? {
        guard !page.lines.isEmpty else { return nil }
        return ListFoot(
            shown: page.lines.count, total: page.total, noun: "account",
            first: isLaterPart
                ? Path.accounts.asking(["search": search.isEmpty ? nil : search]) : nil,
            next: page.next.map { mark in
                Path.accounts.asking(["search": search.isEmpty ? nil : search, "after": mark.text])
            }
        ).html
    }
}
