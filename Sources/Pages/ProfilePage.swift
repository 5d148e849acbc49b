import Desk
import Directory
import Imports
import Markup

/// What everybody may change about themselves.
struct ProfilePage: Sendable {
    /// What just happened.
    enum News: String, Sendable {
        case name
        case password
        /// The user was signed out everywhere else.
        case sessions
        /// The rights of an Account Admin were given up.
        case rights
    }

    /// Which form was refused, and why.
    enum Trouble: Sendable {
        /// With what stands in the fields, and the version that it will be saved over.
        case name(Refusal, Row, Int)
        case password(Refusal)
    }

    let console: Console
    let user: User
    let sessions: [SessionLine]
    /// Characters that a password needs at least.
    let leastLength: Int
    var news: News?
    var trouble: Trouble?

    private var look: Look { console.look }

    private var names: (refusal: Refusal?, row: Row, version: Int) {
        if case .name(let refusal, let row, let version) = trouble {
            (refusal, row, version)
        } else {
            (nil, Row(of: user), user.version)
        }
    }

    private var passwordRefusal: Refusal? {
        if case .password(let refusal) = trouble { refusal } else { nil }
    }

    func html() -> HTML {
        let main: HTML = """
            \(head.html)\(note?.html(look))<div class="stack narrow">
            \(nameCard)
            \(passwordCard)
            \(SessionList(sessions: sessions).html(look))
            </div>
            """
        return Document(
            title: trouble != nil ? "Error: Profile" : "Profile", styles: ["tables"],
            script: "signin",
            body: console.body(main: main)
        ).html(look)
    }

    private var head: PageHead {
        PageHead(
            title: "Profile",
            words:
                "\(HTML.isolated(user.email)) · \(user.role.title) of \(HTML.isolated(console.session.account.name))"
        )
    }

    private var note: Note? {
        switch news {
        case .name: .done("Your name was saved.")
        case .password: .done("Your password was changed. You are signed out everywhere else.")
        case .sessions: .done("You are signed out everywhere else.")
        case .rights:
            .done(
                "You are a User of \(HTML.isolated(console.session.account.name)) now, and no longer administer it."
            )
        case nil where names.refusal?.code == .userChanged:
            .warning(
                "Somebody else changed your name meanwhile.",
                "It is \(HTML.isolated(user.displayName)) now. What you typed still stands below: save again to put it in place of that."
            )
        case nil: (names.refusal ?? passwordRefusal).map { .error($0.message, $0.remedy) }
        }
    }

    private var nameCard: HTML {
        """
        <section class="card" aria-labelledby="your-name"><form class="pad" method="post" action="\(Path.profile.text)" novalidate>
        <h2 id="your-name">Your name</h2>
        <div class="pair">\(field(.firstName, "First name", "given-name").html(look))\(field(.lastName, "Last name", "family-name").html(look))</div>
        \(field(.name, "Full name", "name").html(look))<input type="hidden" name="version" value="\(names.version)">
        <div class="acts"><button class="btn primary" type="submit">Save name</button></div>
        </form></section>
        """
    }

    private func field(_ field: Field, _ label: String, _ autocomplete: String) -> FormField {
        FormField(
            name: field.key, label: label, value: names.row[field], autocomplete: autocomplete,
            hint: field == .name
                ? "Shown instead of first and last name. One of the three is enough." : nil,
            hasFocus: names.refusal?.field == field.key,
            isWrong: names.refusal?.field == field.key)
    }

    private var passwordCard: HTML {
        let old = FormField(
            name: "old", label: "Current password", type: "password",
            autocomplete: "current-password", isRequired: true,
            hasFocus: passwordRefusal?.field == "old", isWrong: passwordRefusal?.field == "old")
        let new = FormField(
            name: "new", label: "New password", type: "password", autocomplete: "new-password",
            hint:
                "At least \(leastLength) characters. Four unrelated words are easy to remember.",
            isRequired: true, hasFocus: passwordRefusal?.field == "new",
            isWrong: passwordRefusal?.field == "new")
        return """
            <section class="card" aria-labelledby="your-password"><form class="pad" method="post" action="\(Path.password.text)" novalidate>
            <h2 id="your-password">Password</h2>
            <input class="vh" type="email" name="username" value="\(user.email)" autocomplete="username" tabindex="-1" aria-hidden="true" readonly>
            \(old.html(look))\(new.html(look))<div class="acts"><button class="btn" type="submit">Change password</button></div>
            </form></section>
            """
    }
}
