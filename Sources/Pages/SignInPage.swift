import Directory
import Markup

/// The way in.
struct SignInPage: Sendable {
    var email = ""
    /// The page to go on to.
    var next: String?
    /// Several accounts have this address and password: one is to be chosen.
    var choices: [Account] = []
    var refusal: Refusal?
    /// What is wrong with a field that was left empty.
    var emailError: String?
    var passwordError: String?
    /// Of which account somebody has just deleted themselves.
    var leaver: Account?
    /// Somebody has just chosen a password by a link.
    var isNewcomer = false

    private var hasError: Bool {
        refusal != nil || emailError != nil || passwordError != nil
    }

    func html(_ look: Look) -> HTML {
        let body: HTML = """
            <div class="auth">
            <main id="main">
            <form class="form" method="post" action="\(Path.signIn.text)" novalidate>
            <span class="brand">\(look.icon(.logo, large: true))<span>Rollbook</span></span>
            <h1>\(choices.isEmpty ? "Sign in" : "Choose an account")</h1>
            \(note?.html(look))\(isNewcomer ? "<span data-registered hidden></span>" : nil)\(fields(look))<button class="btn primary" type="submit">Sign in</button>
            <p class="small"><a href="\(Path.forgotten.text)">Forgotten your password?</a></p>
            </form>
            </main>
            \(Self.aside(look))
            </div>
            """
        return Document(
            title: hasError ? "Error: Sign in" : "Sign in", styles: ["signin"], script: "signin",
            body: body
        ).html(look)
    }

    private var note: Note? {
        if let refusal { return .error(refusal.message, refusal.remedy) }
        if let leaver {
            return .done(
                "Your user in \(HTML.isolated(leaver.name)) was deleted, and you are signed out.")
        }
        if isNewcomer { return .done("Your password is set. Sign in with it.") }
        let missing = [emailError, passwordError].compactMap { $0 }
        return missing.isEmpty ? nil : .error(missing.joined(separator: " "))
    }

    private func fields(_ look: Look) -> HTML {
        let isWrong = refusal?.code == .signInWrong
        let email = FormField(
            name: "email", label: "Email", value: email, type: "email", autocomplete: "username",
            isRequired: true, hasFocus: !focusesPassword, error: emailError, isWrong: isWrong)
        let password = FormField(
            name: "password", label: "Password", type: "password",
            autocomplete: "current-password", isRequired: true, hasFocus: focusesPassword,
            error: passwordError, isWrong: isWrong)
        return """
            \(email.html(look))\(accounts)\(password.html(look))\(next.map { "<input type=\"hidden\" name=\"next\" value=\"\($0)\">\n" as HTML })
            """
    }

    private var focusesPassword: Bool {
        !choices.isEmpty || (emailError == nil && passwordError != nil)
    }

    private var accounts: HTML? {
        guard !choices.isEmpty else { return nil }
        return """
            <fieldset class="field"><legend>This address has users in several accounts</legend><div class="choices">
            \(choices.enumerated().map { place, account in
                "<label><input type=\"radio\" name=\"account\" value=\"\(account.id.text)\"\(place == 0 ? " checked" : nil)>\(HTML.isolated(account.name))</label>\n"
            })</div><p class="hint">Enter the password once more to go there.</p></fieldset>

            """
    }

    private static func aside(_ look: Look) -> HTML {
        """
        <aside aria-label="The first time here">
        <h2>The first time here?</h2>
        <ol><li>Open the welcome email that you got. If there is none, ask whoever invited you.</li><li>Follow its link and choose a password.</li><li>Then sign in here with the same email address.</li></ol>
        <svg class="art" viewBox="0 0 420 300" aria-hidden="true"><use href="\(look.assets)/img/icons.svg#art"/></svg>
        </aside>
        """
    }
}
