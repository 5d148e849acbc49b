import Directory
import Markup

/// The question before a user is deleted: it can't be taken back.
struct UserDeletion: Sendable {
    let account: Account
    let user: User
    var refusal: Refusal?

    var title: String { "Delete \(user.displayName.isolated)" }

    func overlaid(_ look: Look) -> OverlaidForm {
        let back = Path.user(account.id, user.id).text
        return OverlaidForm(
            back: back, action: Path.userDeletion(account.id, user.id).text,
            title: "Delete \(HTML.isolated(user.displayName))?",
            note: refusal.map { .error($0.message, $0.remedy) },
            content: """
                <p>\(HTML.isolated(user.displayName)) can no longer sign in to \(HTML.isolated(account.name)). This cannot be undone.</p>
                <dl class="facts"><dt>Email</dt><dd>\(HTML.isolated(user.email))</dd><dt>Role</dt><dd>\(user.role.title)</dd></dl>
                <input type="hidden" name="version" value="\(user.version)">
                """,
            buttons: """
                <a class="btn" href="\(back)" autofocus>Keep user</a><button class="btn danger" type="submit">Delete user</button>
                """)
    }
}
