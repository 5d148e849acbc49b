import Desk
import Directory
import Markup

/// Where a User lands: the links that the account, and its partner, set up for everybody.
struct YourApplicationsPage: Sendable {
    let console: Console
    let lists: ApplicationLists

    private var look: Look { console.look }

    /// The partner's come first: they are the same in all its accounts.
    private var applications: [Application] { lists.fromPartner + lists.own }

    func html() -> HTML {
        let main: HTML = """
            \(head.html)\(applications.isEmpty ? nothing : list)
            """
        return Document(
            title: "Your applications", styles: ["tables", "applications"], script: "shell",
            body: console.body(main: main)
        ).html(look)
    }

    private var head: PageHead {
        PageHead(
            title: "Your applications",
            words: applications.isEmpty
                ? nil : "What \(HTML.isolated(console.session.account.name)) set up for you.",
            actions:
                "<a class=\"btn\" href=\"\(Path.profile.text)\">\(look.icon(.person))Profile</a>")
    }

    private var list: HTML {
        """
        <ul class="apps">
        \(applications.map(tile))</ul>
        """
    }

    private func tile(_ application: Application) -> HTML {
        """
        <li class="card"><a href="\(application.address.text)" target="_blank" rel="noopener noreferrer">\(ApplicationMark(application).html)<span class="grow"><strong>\(HTML.isolated(application.name))</strong><span class="small muted trunc">\(HTML.isolated(address: application.address.place))</span></span>\(look.icon(.outside))<span class="vh">(opens in a new tab)</span></a></li>

        """
    }

    private var nothing: HTML {
        let session = console.session
        let way: HTML? =
            session.isAdmin
            ? "<div class=\"acts\"><a class=\"btn primary\" href=\"\(Path.applications(session.account.id).text)\">Set up applications</a></div>"
            : nil
        return """
            <section class="card" aria-label="Your applications"><div class="empty"><div class="art">\(look.icon(.apps))</div><h2>Nothing set up yet</h2>
            <p>\(session.isAdmin ? "Links that you set up for everybody are found here." : "As soon as somebody sets up a link for you, it stands here. You don’t have to do anything.")</p>\(way)</div></section>
            """
    }
}

/// The picture of an application: a letter on a coloured ground, which says nothing by itself.
struct ApplicationMark: Sendable {
    let html: HTML

    init(_ application: Application) {
        html = """
            <span class="app-mark" aria-hidden="true" dir="auto">\(application.shownLetter)</span>
            """
    }
}
