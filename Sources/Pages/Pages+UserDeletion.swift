import Desk
import Directory
import Gate
import Hummingbird

extension Pages {
    func addUserDeletion(to door: Door) {
        door.account(.get, Path.Pattern.userDeletion) { visit in
            let (list, memo) = try visit.list()
            let user = try await visit.desk.user(visit.user)
            var question = UserDeletion(
                account: visit.desk.account, list: list, user: user,
                isOneself: visit.isOneself(user.id))
            question.refusal = memos.memo(memo, for: visit.session.viewer)
            var page = try await users(visit, list)
            page.overlay = (question.title, question.overlaid(look(visit)))
            return .page(page.html())
        }

        door.account(.post, Path.Pattern.userDeletion) { visit in
            let (list, _) = try visit.list()
            let version = try await visit.form { try $0.version() }
            return try await delete(try await visit.desk.user(visit.user), version, visit, list)
        }
    }

    private func delete(
        _ user: User, _ version: Int, _ visit: Visit<AccountPass>, _ list: UserQuery
    ) async throws -> Response {
        let account = visit.desk.account.id
        do {
            try await visit.desk.deleteUser(user.id, version: version)
        } catch let refusal as Refusal where refusal.belongsInForm {
            let memo = memos.leave(refusal, for: visit.session.viewer)
            return .see(
                Path.userDeletion(account, user.id).asking(list.pairs + [("memo", memo)]))
        }
        if visit.isOneself(user.id) {
            let memo = signIns.leave(
                SignInPage(leaver: visit.desk.account), for: nil, from: visit.origin.source)
            return visit.signingOut(.see(Path.signIn.asking(["memo": memo])))
        }
        let memo = memos.leave(user, for: visit.session.viewer)
        return .see(Path.users(account).asking(list.pairs + [("deleted", memo)]))
    }
}
