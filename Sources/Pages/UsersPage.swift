import Desk
import Directory
import Markup

/// The users of an account.
struct UsersPage: Sendable {
    /// What just happened, said above the list.
    enum News: Sendable {
        case added(byImport: Int, file: String, count: Int)
        case new(User)
        case saved(User)
        case accountAdded
        case deleted(User)
    }

    let console: Console
    let account: Account
    /// For how long an email that the mail server doesn't take is tried again.
    let retryHours: Int64
    /// No email leaves the house.
    var lettersStayHere = false
    var query = UserQuery()
    let page: UserPage
    /// Those of the import that brought somebody here: they stand above the others.
    var newest: [User] = []
    /// The name of the file from which the list's users came, if it shows only those of one import.
    var file: String?
    var news: News?
    /// What lies over the page, and what the tab says then.
    var overlay: (title: String, form: OverlaidForm)?
    /// Import Users opens at once.
    var opensPanel = false
    /// The draft whose columns are to be matched in it.
    var unmatchedDraft: Int?

    private var look: Look { console.look }

    func html() -> HTML {
        let panel: HTML? = opensPanel ? " data-panel=\"open\"" : nil
        let matching: HTML? = unmatchedDraft.map { " data-matching=\"\($0)\"" }
        let attributes: HTML = """
             data-account="\(account.id.text)" data-account-name="\(account.name)" data-retry-hours="\(Int(retryHours))"\(lettersStayHere ? " data-stays-here" : nil)\(panel)\(matching)
            """
        let main: HTML = """
            \(head.html)\(opensPanel ? Self.importNeedsScript : nil)\(news.map(note)?.html(look))\(isEmpty ? nobody : list)
            """
        return Document(
            title: title, styles: ["tables", "users", "panel"], script: "users",
            body: console.body(
                main: main, attributes: attributes, dialog: overlay?.form.html(look))
        ).html(look)
    }

    private var title: String {
        "\(overlay?.title ?? (opensPanel ? "Import Users" : "Users")), \(account.name.isolated)"
    }

    private var isEmpty: Bool { account.userCount == 0 && !isFiltered }

    var isFiltered: Bool {
        !query.search.isEmpty || query.role != nil || query.welcome != nil || query.quietDays != nil
            || query.draft != nil
    }

    private var head: PageHead {
        let isEmpty = account.userCount == 0
        return PageHead(
            title: "Users",
            words:
                "<span class=\"num\">\(isEmpty ? "No users yet" : account.userCount.counted("user"))</span>",
            actions: "\(isEmpty ? nil : remindButton)\(addButton)\(importButton)")
    }

    private var addButton: HTML {
        "<a class=\"btn\" href=\"\(Path.newUser(account.id).asking(query.pairs))\">\(look.icon(.plus))Add User</a>"
    }

    /// It needs script, which shows it.
    private var remindButton: HTML {
        "<button class=\"btn\" type=\"button\" data-remind hidden>\(look.icon(.mail))Remind…</button>"
    }

    /// A button of a form, so that it leads somewhere without script too.
    private var importButton: HTML {
        """
        <form method="get" action="\(Path.importing(account.id).text)"><button class="btn primary" type="submit" data-import>\(look.icon(.upload))Import Users</button></form>
        """
    }

    private static let importNeedsScript: HTML = """
        <noscript><div class="note acc"><div class="b"><p><strong>Import Users needs JavaScript.</strong> Switch it on and open this page again. The <a href="\(Path.template.text)">spreadsheet template</a> can be downloaded and filled in without it, and users can be added one by one.</p></div></div></noscript>

        """

    private func note(_ news: News) -> Note {
        switch news {
        case .added(let draft, let file, let count):
            .done(
                """
                \(count.counted("user")) \(count == 1 ? "was" : "were") added from \(HTML.isolated(file)). <a href="\(Path.users(account.id).asking(["draft": "\(draft)"]))">Show only \(count == 1 ? "this one" : "these")</a>
                """)
        case .new(let user): .done("\(link(to: user)) was added to \(HTML.isolated(account.name)).")
        case .saved(let user): .done("The changes to \(link(to: user)) were saved.")
        case .accountAdded:
            .done("\(HTML.isolated(account.name)) was added. Bring its users in next.")
        case .deleted(let user):
            .done(
                "\(HTML.isolated(user.displayName)) was deleted from \(HTML.isolated(account.name))."
            )
        }
    }

    /// To the form of a user, over the list as it is now.
    func link(to user: User, _ kind: HTML = .nothing) -> HTML {
        """
        <a\(kind) href="\(Path.user(account.id, user.id).asking(query.pairs))">\(HTML.isolated(user.displayName))</a>
        """
    }

    private var nobody: HTML {
        """
        <section class="card" aria-label="Users"><div class="empty"><div class="art">\(look.icon(.users))</div><h2>No users yet</h2>
        <p>Bring them all in at once from a spreadsheet, or add them one by one.</p>
        <div class="acts">\(importButton)\(addButton)</div></div></section>
        """
    }
}
