import Desk
import Directory
import Imports
import Markup

/// Add User, and Edit.
struct UserForm: Sendable {
    let account: Account
    /// The list that it lies over.
    var list = UserQuery()
    /// The user that is changed; nil for a new one.
    var user: User?
    /// What stands in the fields.
    var row = Row()
    /// The version that the change is made from.
    var version = 0
    /// The user is who looks at the form.
    var isOneself = false
    var issues: Issues = []
    var refusal: Refusal?
    /// Saving takes the own rights away, and waits for a second press.
    var asksToResign = false

    static let resignation = "resign"

    /// An Account Admin makes a User of herself.
    var resigns: Bool {
        isOneself && user?.role == .accountAdmin && Role(title: row.role) != .accountAdmin
    }

    var path: Path {
        user.map { .user(account.id, $0.id) } ?? .newUser(account.id)
    }

    var title: String {
        user.map { "Edit \($0.displayName.isolated)" } ?? "Add User"
    }

    func overlaid(_ look: Look) -> OverlaidForm {
        let back = Path.users(account.id).asking(list.pairs)
        return OverlaidForm(
            back: back, action: path.asking(list.pairs),
            title: user.map { "Edit \(HTML.isolated($0.displayName))" } ?? "Add User",
            note: note,
            content: """
                <div class="pair">\(field(.firstName, "First name").html(look))\(field(.lastName, "Last name").html(look))</div>
                \(field(.name, "Full name").html(look))\(field(.email, "Email").html(look))\(roles.html())\(asksToResign ? "<input type=\"hidden\" name=\"confirmed\" value=\"\(Self.resignation)\">" : nil)\(user == nil ? nil : "<input type=\"hidden\" name=\"version\" value=\"\(version)\">")
                """,
            buttons: """
                \(user.map(deletion))<a class="btn" href="\(back)">Cancel</a>\(save)
                """,
            other: user.map(deletionForm))
    }

    private var note: Note? {
        if let user, refusal?.code == .userChanged {
            return .warning(
                "Somebody else changed this user meanwhile.",
                "It is \(HTML.isolated(user.displayName)), \(HTML.isolated(user.email)), \(user.role.title) now. What you typed still stands below: save again to put it in place of that."
            )
        }
        if let refusal { return .error(refusal.message, refusal.remedy) }
        if !issues.isEmpty {
            return .error(
                user == nil ? "Nobody was added yet." : "Nothing was saved yet.",
                "Put right what is marked below.")
        }
        guard asksToResign else { return nil }
        return .warning(
            "You will no longer be able to administer \(HTML.isolated(account.name)).",
            "Only another Account Admin can give you that right again. Nothing was saved yet.")
    }

    private var save: HTML {
        if asksToResign {
            "<button class=\"btn danger\" type=\"submit\">Save, and give up my rights</button>"
        } else {
            "<button class=\"btn primary\" type=\"submit\">\(user == nil ? "Add User" : "Save")</button>"
        }
    }

    /// The question has a page of its own, so this button belongs to a form of its own.
    private func deletion(of user: User) -> HTML {
        """
        <button class="btn danger far" type="submit" form="deletion">Delete user…</button>
        """
    }

    private func deletionForm(of user: User) -> HTML {
        """
        <form id="deletion" method="get" action="\(Path.userDeletion(account.id, user.id).text)">\(list.pairs.map(hidden))</form>
        """
    }

    /// A form that asks replaces the query of its address by its fields.
    private func hidden(_ key: String, _ value: String?) -> HTML {
        value.map { "<input type=\"hidden\" name=\"\(key)\" value=\"\($0)\">" } ?? .nothing
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
        if isRoleWrong { return .role }
        let marked = IssueWords.all(for: issues, of: row).map(\.field)
        return marked.min { $0.rawValue < $1.rawValue } ?? .firstName
    }

    private var isRoleWrong: Bool { refusal?.field == Field.role.key || asksToResign }

    private var roles: ChoiceField {
        ChoiceField(
            name: Field.role.key, label: "Role",
            choices: Role.allCases.map { ($0.title, $0.title) },
            chosen: row.role.isEmpty ? Role.user.title : row.role,
            isWrong: isRoleWrong)
    }
}
