import Desk
import Markup

/// Where a person is signed in, and the way to end that everywhere else.
struct SessionList: Sendable {
    let sessions: [SessionLine]

    func html(_ look: Look) -> HTML {
        """
        <section class="card" aria-labelledby="your-sessions"><form class="pad" method="post" action="\(Path.sessions.text)">
        <h2 id="your-sessions">Where you are signed in</h2>
        <ul class="places">\(sessions.map { row($0, look) })</ul>
        \(sessions.count > 1 ? Self.end : nil)</form></section>
        """
    }

    private static let end: HTML = """
        <div class="acts"><button class="btn" type="submit">Sign out everywhere else</button></div>

        """

    private func row(_ session: SessionLine, _ look: Look) -> HTML {
        """
        <li>\(look.icon(.screen, large: true))<div><strong>\(HTML.isolated(Browser(agent: session.agent).name))</strong>\(session.isCurrent ? "<span class=\"pill ok\">This one</span>" : nil)<span class="small muted">\(HTML.isolated(session.source)) · signed in \(session.createdAt.minute)</span></div></li>
        """
    }
}

/// A browser by the words that it sends about itself.
struct Browser: Sendable, Equatable {
    let name: String

    init(agent: String) {
        let maker = Self.makers.first { agent.contains($0.sign) }?.name
        let system = Self.systems.first { agent.contains($0.sign) }?.name
        let short = String(agent.prefix { $0 != " " && $0 != "/" })
        name =
            switch (maker, system) {
            case (let maker?, let system?): "\(maker) on \(system)"
            case (let maker?, nil): maker
            default: short.isEmpty ? "Unknown browser" : short
            }
    }

    // In this order: each one also names those below it.
    private static let makers: [(sign: String, name: String)] = [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"),
        ("Chrome/", "Chrome"), ("CriOS/", "Chrome"), ("Safari/", "Safari"),
    ]
    private static let systems: [(sign: String, name: String)] = [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"),
        ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ]
}
