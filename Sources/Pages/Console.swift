import Desk
import Directory
import Markup

/// The frame of a signed-in person's pages: top bar, navigation, and the page between them.
struct Console: Sendable {
    /// Where in the house a page stands.
    enum Place: Sendable, Equatable {
        case accounts
        case account(Account)
        case mailbox(Account)
        case welcomeEmail(Account)
        case profile
        case yourApplications
        case applications(Account)
    }

    let look: Look
    let session: Session
    let place: Place
    /// The account's emails stay in the house, and this person may read them.
    var hasMailbox = false

    /// - Parameters:
    ///   - main: What stands in `main`.
    ///   - attributes: More attributes of `main`.
    ///   - dialog: What lies over the page.
    func body(main: HTML, attributes: HTML = .nothing, dialog: HTML? = nil) -> HTML {
        """
        <a class="skip" href="#main">Skip to main content</a>
        <header class="top">\(menuButton)\(brand)\(crumbs)<span class="grow"></span>
        <button class="btn quiet icon" id="theme" type="button" aria-label="Switch light or dark theme">\(look.icon(.theme, large: true))</button>
        \(me)</header>
        <div class="\(hasNavigation ? "shell" : "shell bare")">
        \(navigation)<main id="main" tabindex="-1"\(attributes)>
        \(main)</main>
        </div>
        \(dialog)
        """
    }

    var hasNavigation: Bool { session.isAdmin || session.isPartner }

    private var menuButton: HTML? {
        guard hasNavigation else { return nil }
        return """
            <button class="btn quiet icon menu-btn" id="menu" type="button" aria-label="Menu" aria-expanded="false" aria-controls="nav">\(look.icon(.menu, large: true))</button>
            """
    }

    private var brand: HTML {
        """
        <a class="brand" href="\(Path.home.text)" aria-label="Rollbook, home">\(look.icon(.logo, large: true))<span>Rollbook</span></a>
        """
    }

    private var crumbs: HTML {
        let steps: [HTML] =
            switch place {
            case .accounts: [Self.current("Accounts")]
            case .yourApplications: [Self.current("Your applications")]
            case .profile:
                (hasNavigation ? [] : [link(.yourApplications, "Your applications")])
                    + [Self.current("Profile")]
            case .account(let account), .mailbox(let account), .welcomeEmail(let account),
                .applications(let account):
                (session.isPartner ? [link(.accounts, "Accounts")] : [])
                    + [Self.current("\(HTML.isolated(account.name))")]
            }
        return """
            <nav class="crumbs grow" aria-label="Breadcrumb"><ol>\(steps.map { "<li>\($0)</li>" })</ol></nav>
            """
    }

    private static func current(_ name: HTML) -> HTML {
        "<span class=\"trunc\" aria-current=\"location\">\(name)</span>"
    }

    private func link(_ path: Path, _ name: HTML) -> HTML {
        "<a href=\"\(path.text)\">\(name)</a>"
    }

    private var me: HTML {
        let name = session.user.displayName
        return """
            <button class="avatar" type="button" popovertarget="me" aria-label="Signed in as \(name.isolated)">\(initials(of: name))</button>
            <div class="me" id="me" popover><div class="who"><strong>\(HTML.isolated(name))</strong><span class="small muted trunc">\(HTML.isolated(session.account.name))</span></div>
            <a href="\(Path.yourApplications.text)">\(look.icon(.apps))Your applications</a>
            <a href="\(Path.profile.text)">\(look.icon(.person))Profile</a>
            <form method="post" action="\(Path.signOut.text)"><button type="submit">\(look.icon(.leave))Sign out</button></form></div>
            """
    }

    private func initials(of name: String) -> HTML {
        name.initials.isEmpty ? look.icon(.person) : "\(name.initials)"
    }

    private var navigation: HTML? {
        guard hasNavigation else { return nil }
        return """
            <nav class="side" id="nav" aria-label="Main"><ul>
            \(session.isPartner ? item(.accounts, .building, "Accounts", isHere: place == .accounts) : nil)\(shownAccount.map(part))\(ownAccount)</ul></nav>

            """
    }

    /// The account that the page is about; an admin of a customer's account has only the one.
    private var shownAccount: Account? {
        switch place {
        case .account(let account), .mailbox(let account), .welcomeEmail(let account),
            .applications(let account):
            return account
        case .accounts, .profile, .yourApplications: break
        }
        return session.isPartner ? nil : session.account
    }

    private func part(of account: Account) -> HTML {
        let isHere = place == .account(account)
        return """
            <li class="cap trunc">\(HTML.isolated(account.name))</li>
            \(item(.users(account.id), .users, "Users", isHere: isHere))\(item(.applications(account.id), .apps, "Applications", isHere: place == .applications(account)))\(item(.welcomeEmail(account.id), .letter, "Welcome email", isHere: place == .welcomeEmail(account)))\(hasMailbox ? item(.mailbox(account.id), .mail, "Mailbox", isHere: place == .mailbox(account)) : nil)
            """
    }

    /// A partner's own people are reached under its own name.
    private var ownAccount: HTML? {
        let own = session.account
        guard session.isPartner, session.isAdmin, shownAccount?.id != own.id else { return nil }
        return """
            <li class="cap">Your own account</li>
            \(item(.users(own.id), .person, HTML.isolated(own.name), isHere: false))
            """
    }

    private func item(_ path: Path, _ icon: Icon, _ name: HTML, isHere: Bool) -> HTML {
        """
        <li><a href="\(path.text)"\(isHere ? " aria-current=\"page\"" : nil)>\(look.icon(icon))<span class="trunc">\(name)</span></a></li>

        """
    }
}
