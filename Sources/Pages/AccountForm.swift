import Directory
import Markup

/// Add Account.
struct AccountForm: Sendable {
    var name = ""
    var refusal: Refusal?

    func overlaid(_ look: Look) -> OverlaidForm {
        let field = FormField(
            name: "name", label: "Account name", value: name,
            hint: "As the customer calls itself. Its users see it.", isRequired: true,
            hasFocus: true, isWrong: refusal != nil)
        return OverlaidForm(
            back: Path.accounts.text, action: Path.newAccount.text, title: "Add Account",
            note: refusal.map { .error($0.message, $0.remedy) }, content: field.html(look),
            buttons: """
                <a class="btn" href="\(Path.accounts.text)">Cancel</a><button class="btn primary" type="submit">Add Account</button>
                """)
    }
}
