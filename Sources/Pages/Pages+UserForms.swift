import Desk
import Directory
import Gate
import Hummingbird
import Imports

extension Pages {
    func addUserForms(to door: Door) {
        door.account(.get, Path.Pattern.newUser) { visit in
            let (list, memo) = try visit.list()
            let form = UserForm(account: visit.desk.account, list: list)
            return .page(try await users(visit, with: kept(memo, visit, or: form)).html())
        }

        door.account(.post, Path.Pattern.newUser) { visit in
            let (list, _) = try visit.list()
            let row = try await visit.form { try Row(all: &$0) }
            let form = UserForm(account: visit.desk.account, list: list, row: row)
            return try await answer(form, visit) { try await visit.desk.addUser(row) }
        }

        door.account(.get, Path.Pattern.user) { visit in
            let (list, memo) = try visit.list()
            let form = UserForm(of: try await visit.desk.user(visit.user), visit, list)
            return .page(try await users(visit, with: kept(memo, visit, or: form)).html())
        }

        door.account(.post, Path.Pattern.user) { visit in
            let id = try visit.user
            let (list, _) = try visit.list()
            let (row, version, confirmed) = try await visit.form {
                (try Row(all: &$0), try $0.version(), try $0.optional("confirmed"))
            }
            var form = UserForm(of: try await visit.desk.user(id), visit, list)
            (form.row, form.version) = (row, version)
            form.asksToResign = form.resigns && confirmed != UserForm.resignation
            if form.asksToResign { return again(form, visit) }
            return try await answer(form, visit) {
                try await visit.desk.changeUser(id, to: row, version: version)
            }
        }
    }

    /// Saved: on to the list. Otherwise to the form again, with what to put right.
    private func answer(
        _ written: UserForm, _ visit: Visit<AccountPass>,
        _ save: () async throws -> UserOutcome
    ) async throws -> Response {
        var form = written
        do {
            switch try await save() {
            case .saved where form.resigns:
                return .see(Path.profile.asking(["saved": ProfilePage.News.rights.rawValue]))
            case .saved(let user):
                let news = (form.user == nil ? "new" : "saved", "\(user.id.value)" as String?)
                return .see(Path.users(user.account).asking(form.list.pairs + [news]))
            case .faulty(let row, let issues): (form.row, form.issues) = (row, issues)
            }
        } catch let refusal as Refusal where refusal.belongsInForm {
            form.refusal = refusal
            // The form says what the user is now, so pressing again puts what was typed in place of it.
            if refusal.code == .userChanged, let user = form.user { form.version = user.version }
        }
        return again(form, visit)
    }

    private func again(_ form: UserForm, _ visit: Visit<AccountPass>) -> Response {
        var form = form
        form.row = form.row.shortened
        let memo = memos.leave(form, for: visit.session.viewer)
        return .see(form.path.asking(form.list.pairs + [("memo", memo)]))
    }

    /// The form as it was refused, if this is the page to say so.
    private func kept(_ memo: String?, _ visit: Visit<AccountPass>, or fresh: UserForm) -> UserForm
    {
        let kept: UserForm? = memos.memo(memo, for: visit.session.viewer)
        guard var form = kept, form.path == fresh.path else { return fresh }
        (form.user, form.list) = (fresh.user, fresh.list)
        return form
    }

    private func users(_ visit: Visit<AccountPass>, with form: UserForm) async throws -> UsersPage {
        var page = try await users(visit, form.list)
        let isWrong = form.refusal != nil || !form.issues.isEmpty
        page.overlay = ((isWrong ? "Error: " : "") + form.title, form.overlaid(look(visit)))
        return page
    }
}

extension UserForm {
    /// The form of a user as they are now.
    fileprivate init(of user: User, _ visit: Visit<AccountPass>, _ list: UserQuery) {
        self.init(account: visit.desk.account, list: list, user: user, row: Row(of: user))
        version = user.version
        isOneself = visit.isOneself(user.id)
    }
}

extension Row {
    var shortened: Row {
        var row = self
        for field in Field.allCases { row[field] = row[field].shortened }
        return row
    }
}

extension Visit where Pass == AccountPass {
    /// The user in the address.
    var user: ID<User> {
        get throws {
            ID(Int64(try number("user", orRefuse: .noSuchUser)))
        }
    }

    func isOneself(_ user: ID<User>) -> Bool {
        session.viewer == .user(user, of: desk.account.id)
    }

    /// The list that lies under a form, and the key of a memo.
    func list() throws -> (UserQuery, memo: String?) {
        try query { (try UserQuery(&$0), try $0.optional("memo")) }
    }
}
