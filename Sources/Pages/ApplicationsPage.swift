import Desk
import Directory
import Markup

/// The applications of an account, as its admins set them up: in the order in which users find them.
struct ApplicationsPage: Sendable {
    /// What just happened, said above the list.
    enum News: Sendable {
        case added(Application)
        case saved(Application)
        case moved(Application, Direction)
        /// It can be brought back, once, with the key of the memo that holds it.
        case deleted(Application, memo: String)
    }

    let console: Console
    let account: Account
    let lists: ApplicationLists
    /// The account looks after others, who find what is set up here.
    let isPartner: Bool
    var news: News?
    var overlay: (title: String, form: OverlaidForm)?

    private var look: Look { console.look }

    func html() -> HTML {
        let main: HTML = """
            \(head.html)\(news.map(note)?.html(look))<div class="stack">
            \(fromPartner)\(lists.own.isEmpty ? nothing : own)</div>
            """
        return Document(
            title: "\(overlay?.title ?? "Applications"), \(account.name.isolated)",
            styles: ["tables", "applications"], script: "shell",
            body: console.body(main: main, dialog: overlay?.form.html(look))
        ).html(look)
    }

    private var head: PageHead {
        let name = HTML.isolated(account.name)
        let whose: HTML =
            isPartner
            ? "Links that all users of \(name), and of every account it looks after, find when they sign in."
            : "Links that all users of \(name) find when they sign in."
        return PageHead(
            title: "Applications", words: whose, actions: lists.own.isEmpty ? nil : addButton)
    }

    private var addButton: HTML {
        "<a class=\"btn primary\" href=\"\(Path.newApplication(account.id).text)\">\(look.icon(.plus))Add Application</a>"
    }

    private func note(_ news: News) -> Note {
        switch news {
        case .added(let application):
            .done("\(HTML.isolated(application.name)) was added. Users find it from now on.")
        case .saved(let application):
            .done("The changes to \(HTML.isolated(application.name)) were saved.")
        case .moved(let application, let direction):
            .done(
                "\(HTML.isolated(application.name)) moved \(direction.rawValue): it is number \(number(of: application)) of \(lists.own.count) now."
            )
        case .deleted(let application, let memo):
            Note(
                kind: .ok,
                content:
                    "<p>\(HTML.isolated(application.name)) was deleted.</p>\(bringingBack(memo))"
            )
        }
    }

    private func number(of application: Application) -> Int {
        (lists.own.firstIndex { $0.id == application.id } ?? 0) + 1
    }

    private func bringingBack(_ memo: String) -> HTML {
        """
        <form method="post" action="\(Path.newApplication(account.id).text)"><input type="hidden" name="deleted" value="\(memo)"><button class="link-btn" type="submit">Bring it back</button></form>
        """
    }

    /// What the partner set up: its users find it first, and nobody here changes it.
    private var fromPartner: HTML? {
        guard !lists.fromPartner.isEmpty else { return nil }
        return """
            <section class="card" aria-labelledby="of-partner"><div class="head"><h2 id="of-partner">From your partner</h2><p class="small muted">They come first, in all accounts that the partner looks after, and are changed there.</p></div>
            <ul class="app-list">
            \(lists.fromPartner.map { "<li>\(facts($0))</li>\n" })</ul></section>

            """
    }

    private var own: HTML {
        """
        <section class="card" aria-label="Applications of \(account.name.isolated)"><ol class="app-list">
        \(lists.own.enumerated().map { row($1, number: $0 + 1) })</ol></section>
        """
    }

    private func row(_ application: Application, number: Int) -> HTML {
        """
        <li>\(facts(application))<span class="vh" id="place-\(number)">\(number) of \(lists.own.count)</span>\(tools(application, number))</li>

        """
    }

    private func facts(_ application: Application) -> HTML {
        """
        \(ApplicationMark(application).html)<div class="grow"><strong>\(HTML.isolated(application.name))</strong><a class="small" href="\(application.address.text)" target="_blank" rel="noopener noreferrer">\(HTML.isolated(address: application.address.text))<span class="vh"> (opens in a new tab)</span></a></div>
        """
    }

    private func tools(_ application: Application, _ number: Int) -> HTML {
        """
        <div class="tools">\(mover(application, .up, number))\(mover(application, .down, number))<a class="btn sm" href="\(Path.application(account.id, application.id).text)">Edit<span class="vh"> \(HTML.isolated(application.name))</span></a></div>
        """
    }

    /// A button of a form: it works without script, and whoever presses it again finds it focused.
    private func mover(_ application: Application, _ direction: Direction, _ number: Int) -> HTML {
        let isEnd = number == (direction == .up ? 1 : lists.own.count)
        return """
            <form method="post" action="\(Path.applicationMove(account.id, application.id).text)"><input type="hidden" name="direction" value="\(direction.rawValue)"><button class="btn sm icon quiet" type="submit" aria-describedby="place-\(number)"\(isEnd ? " disabled" : nil)\(hasFocus(application, direction) ? " autofocus" : nil)>\(look.icon(direction == .up ? .up : .down))<span class="vh">Move \(HTML.isolated(application.name)) \(direction.rawValue)</span></button></form>
            """
    }

    /// The button that was pressed; at the end of the list, the one that leads back.
    private func hasFocus(_ application: Application, _ direction: Direction) -> Bool {
        guard case .moved(let moved, let pressed) = news, moved.id == application.id else {
            return false
        }
        let isAtEnd =
            pressed == .up
            ? lists.own.first?.id == moved.id : lists.own.last?.id == moved.id
        return (direction == pressed) != isAtEnd
    }

    private var nothing: HTML {
        """
        <section class="card" aria-label="Applications of \(account.name.isolated)"><div class="empty"><div class="art">\(look.icon(.apps))</div><h2>Nothing set up yet</h2>
        <p>Add the links that people need every day: their mail, the calendar, a wiki. Nobody is signed in there by it.</p>
        <div class="acts">\(addButton)</div></div></section>
        """
    }
}
