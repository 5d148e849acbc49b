import Directory
import Markup

/// Where somebody who was invited chooses a password. The script reads the token from the address's
/// fragment, asks whom it is for, and puts the form in place of the words that stand here.
struct RegistrationPage: Sendable {
    let kind: InvitationKind

    private var title: String {
        switch kind {
        case .welcome: "Set up your account"
        case .password: "Choose a new password"
        }
    }

    func html(_ look: Look) -> HTML {
        let body: HTML = """
            <div class="auth">
            <main id="main">
            <div class="form" data-registration>
            <span class="brand">\(look.icon(.logo, large: true))<span>Rollbook</span></span>
            <h1 tabindex="-1">\(title)</h1>
            <noscript><div class="note acc"><div class="b"><p><strong>This page needs JavaScript.</strong> Switch it on and open the link from the email again. The link is not used up.</p></div></div></noscript>
            </div>
            </main>
            \(Self.aside(look))
            </div>
            """
        return Document(
            title: title, styles: ["signin", "registration"], script: "registration",
            body: body
        ).html(look)
    }

    static func aside(_ look: Look) -> HTML {
        """
        <aside aria-label="About your password">
        <h2>One password, and you are in.</h2>
        <ol><li>Choose a long password: four words that have nothing to do with each other are easy to keep in mind.</li><li>Let your browser or a password manager remember it.</li><li>Sign in with your email address.</li></ol>
        <svg class="art" viewBox="0 0 420 300" aria-hidden="true"><use href="\(look.assets)/img/icons.svg#art"/></svg>
        </aside>
        """
    }
}
