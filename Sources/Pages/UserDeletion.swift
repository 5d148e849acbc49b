import Desk
import Directory
import Markup

/// The question before a user is deleted: it can't be taken back.
struct UserDeletion: Sendable {
    let account: Account
    /// The list that it lies over.
    var list = UserQuery()
    let user: User
    /// The user is who looks at the question.
    var isOneself = false
    var refusal: Refusal?

    var title: String { "Delete \(user.displayName.isolated)" }

    func overlaid(_ look: Look) -> OverlaidForm {
        let back = Path.user(account.id, user.id).asking(list.pairs)
        return OverlaidForm(
            back: back, action: Path.userDeletion(account.id, user.id).asking(list.pairs),
            title: isOneself ? "Delete yourself?" : "Delete \(HTML.isolated(user.displayName))?",
            note: refusal.map { .error($0.message, $0.remedy) },
            content: """
                <p>\(consequence) This cannot be undone.</p>
                <dl class="facts"><dt>Email</dt><dd>\(HTML.isolated(user.email))</dd><dt>Role</dt><dd>\(user.role.title)</dd></dl>
                <input type="hidden" name="version" value="\(user.version)">
                """,
            buttons: """
                <a class="btn" href="\(back)" autofocus>\(isOneself ? "Keep me" : "Keep user")</a><button class="btn danger" type="submit">\(isOneself ? "Delete myself" : "Delete user")</button>
                """)
    }

    private var consequence: HTML {
        let name = HTML.isolated(account.name)
        return if !isOneself {
            "\(HTML.isolated(user.displayName)) can no longer sign in to \(name)."
        } else if user.role == .accountAdmin {
            "You will be signed out, and will no longer be able to sign in to \(name) or to administer it."
        } else {
            "You will be signed out, and will no longer be able to sign in to \(name)."
        }
    }
}
