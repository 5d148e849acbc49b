import Directory
import Markup

/// Asks for the address of somebody who forgot the password, and says the same whoever has it.
struct ForgottenPage: Sendable {
    var wasSent = false
    /// The form was sent without an address.
    var isEmpty = false

    private static let title = "Forgotten password"

    func html(_ look: Look) -> HTML {
        let body: HTML = """
            <div class="auth">
            <main id="main">
            <form class="form" method="post" action="\(Path.forgotten.text)" novalidate>
            <span class="brand">\(look.icon(.logo, large: true))<span>Rollbook</span></span>
            <h1>\(wasSent ? "Look into your mail" : "Forgotten your password?")</h1>
            \(wasSent ? sent(look) : question(look))<p class="small"><a href="\(Path.signIn.text)">Back to sign in</a></p>
            </form>
            </main>
            \(RegistrationPage.aside(look))
            </div>
            """
        return Document(
            title: isEmpty ? "Error: \(Self.title)" : Self.title,
            styles: ["signin", "registration"], script: "signin", body: body
        ).html(look)
    }

    private func sent(_ look: Look) -> HTML {
        Note.done(
            "If a user has this address, an email with a link to choose a password is on its way there. It can take a few minutes."
        ).html(look)
    }

    private func question(_ look: Look) -> HTML {
        let email = FormField(
            name: "email", label: "Email", type: "email", autocomplete: "username",
            isRequired: true, hasFocus: true,
            error: isEmpty ? "Enter your email address." : nil)
        return """
            <p>We send you a link with which you choose a new one.</p>
            \(email.html(look))<button class="btn primary" type="submit">Send me a link</button>

            """
    }
}
