import Desk
import Directory
import Gate
import Hummingbird
import Imports

extension Pages {
    func addUserForms(to door: Door) {
        door.account(.get, Path.Pattern.newUser) { visit in
            let form = UserForm(account: visit.desk.account, row: Row())
            return .page(try await users(visit, with: form).html())
        }

        door.account(.post, Path.Pattern.newUser) { visit in
            let row = try await visit.form { try Row(all: &$0) }
            let form = UserForm(account: visit.desk.account, row: row)
            return try await answer(form, visit) { try await visit.desk.addUser(row) }
        }

        door.account(.get, Path.Pattern.user) { visit in
            let user = try await visit.desk.user(visit.user)
            return .page(try await users(visit, with: Self.form(of: user, visit)).html())
        }

        door.account(.post, Path.Pattern.user) { visit in
            let id = try visit.user
            let (row, version) = try await visit.form { (try Row(all: &$0), try $0.version()) }
            var form = Self.form(of: try await visit.desk.user(id), visit)
            form.row = row
            return try await answer(form, visit) {
                try await visit.desk.changeUser(id, to: row, version: version)
            }
        }

        addDeletion(to: door)
    }

    private func addDeletion(to door: Door) {
        door.account(.get, Path.Pattern.userDeletion) { visit in
            let user = try await visit.desk.user(visit.user)
            return .page(try await users(visit, deleting: user).html())
        }

        door.account(.post, Path.Pattern.userDeletion) { visit in
            let id = try visit.user
            let version = try await visit.form { try $0.version() }
            do {
                try await visit.desk.deleteUser(id, version: version)
                return .see(Path.users(visit.desk.account.id).asking(["new": "deletion"]))
            } catch let refusal as Refusal where refusal.belongsInForm {
                let user = try await visit.desk.user(id)
                let page = try await users(visit, deleting: user, refusal)
                return .page(page.html(), for: refusal)
            }
        }
    }

    /// Saved: on to the list. Otherwise the form again, with what to put right.
    private func answer(
        _ written: UserForm, _ visit: Visit<AccountPass>,
        _ save: () async throws -> UserOutcome
    ) async throws -> Response {
        var form = written
        do {
            switch try await save() {
            case .saved(let user):
                return .see(Path.users(user.account).asking(["saved": "\(user.id.value)"]))
            case .faulty(let row, let issues):
                (form.row, form.issues) = (row, issues)
                return .page(try await users(visit, with: form).html(), .unprocessableContent)
            }
        } catch let refusal as Refusal where refusal.belongsInForm {
            form.refusal = refusal
            return .page(try await users(visit, with: form).html(), for: refusal)
        }
    }

    /// The form is made from the newest version, so what it shows after a refusal can be saved.
    private static func form(of user: User, _ visit: Visit<AccountPass>) -> UserForm {
        UserForm(
            account: visit.desk.account, user: user, row: Row(of: user), version: user.version)
    }

    private func users(_ visit: Visit<AccountPass>, with form: UserForm) async throws -> UsersPage {
        var page = try await users(visit)
        let isWrong = form.refusal != nil || !form.issues.isEmpty
        page.overlay = ((isWrong ? "Error: " : "") + form.title, form.overlaid(look(visit)))
        return page
    }

    private func users(
        _ visit: Visit<AccountPass>, deleting user: User, _ refusal: Refusal? = nil
    ) async throws -> UsersPage {
        let question = UserDeletion(
            account: visit.desk.account, user: user, refusal: refusal)
        var page = try await users(visit)
        page.overlay = (question.title, question.overlaid(look(visit)))
        return page
    }
}

extension Visit where Pass == AccountPass {
    /// The user in the address.
    fileprivate var user: ID<User> {
        get throws {
            ID(Int64(try number("user", orRefuse: .noSuchUser)))
        }
    }
}
