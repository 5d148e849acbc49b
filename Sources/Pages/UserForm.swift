import Directory
import Imports
import Markup

/// Add User, and Edit.
struct UserForm: Sendable {
    let account: Account
    /// The user that is changed; nil for a new one.
    var user: User?
    /// What stands in the fields.
    var row: Row
    /// The version that the change is made from.
    var version = 0
    var issues: Issues = []
    var refusal: Refusal?

    var title: String {
        user.map { "Edit \($0.displayName.isolated)" } ?? "Add User"
    }

    func overlaid(_ look: Look) -> OverlaidForm {
        let back = Path.users(account.id).text
        let action = user.map { Path.user(account.id, $0.id) } ?? .newUser(account.id)
        return OverlaidForm(
            back: back, action: action.text,
            title: user.map { "Edit \(HTML.isolated($0.displayName))" } ?? "Add User",
            note: refusal.map { .error($0.message, $0.remedy) },
            content: """
                <div class="pair">\(field(.firstName, "First name").html(look))\(field(.lastName, "Last name").html(look))</div>
                \(field(.name, "Full name").html(look))\(field(.email, "Email").html(look))\(roles.html())\(user == nil ? nil : "<input type=\"hidden\" name=\"version\" value=\"\(version)\">")
                """,
            buttons: """
                \(user.map(deletion))<a class="btn" href="\(back)">Cancel</a><button class="btn primary" type="submit">\(user == nil ? "Add User" : "Save")</button>
                """,
            other: user.map(deletionForm))
    }

    /// The question has a page of its own, so this button belongs to a form of its own.
    private func deletion(of user: User) -> HTML {
        """
        <button class="btn danger far" type="submit" form="deletion">Delete user…</button>
        """
    }

    private func deletionForm(of user: User) -> HTML {
        """
        <form id="deletion" method="get" action="\(Path.userDeletion(account.id, user.id).text)"></form>
        """
    }

    private func field(_ field: Field, _ label: String) -> FormField {
        let words = IssueWords.all(for: issues, of: row).first { $0.field == field }
        return FormField(
            name: field.key, label: label, value: row[field],
            type: field == .email ? "email" : "text",
            hint: field == .name
                ? "Shown instead of first and last name. One of the three is enough." : nil,
            hasFocus: field == firstToFill, error: words?.status)
    }

    private var firstToFill: Field {
        let marked = IssueWords.all(for: issues, of: row).map(\.field)
        return marked.min { $0.rawValue < $1.rawValue } ?? .firstName
    }

    private var roles: ChoiceField {
        ChoiceField(
            name: Field.role.key, label: "Role",
            choices: Role.allCases.map { ($0.title, $0.title) },
            chosen: row.role.isEmpty ? Role.user.title : row.role)
    }
}
