import Desk
import Directory
import Gate
import Hummingbird

extension Pages {
    func addAccounts(to door: Door) {
        door.partner(.get, Path.Pattern.accounts) { visit in
            let (search, after) = try visit.query { query in
                (try query.optional("search") ?? "", try query.optional("after"))
            }
            let page = try await accounts(visit, search: search, after: after)
            return .page(page.html())
        }

        door.partner(.get, Path.Pattern.newAccount) { visit in
            let kept: AccountForm? = memos.memo(
                try visit.query("memo"), for: visit.session.viewer)
            return .page(try await accounts(visit, with: kept ?? AccountForm()).html())
        }

        door.partner(.post, Path.Pattern.newAccount) { visit in
            let name = try await visit.form { try $0.optional("name") ?? "" }
            do {
                let account = try await visit.desk.addAccount(name: name)
                return .see(Path.users(account.id).asking(["account": "new"]))
            } catch let refusal as Refusal where refusal.belongsInForm {
                let form = AccountForm(name: name.shortened, refusal: refusal)
                let memo = memos.leave(form, for: visit.session.viewer)
                return .see(Path.newAccount.asking(["memo": memo]))
            }
        }

        door.account(.get, Path.Pattern.account) { visit in
            .see(Path.users(visit.desk.account.id).text)
        }
    }

    private func accounts(
        _ visit: Visit<PartnerPass>, search: String = "", after: String? = nil,
        with form: AccountForm? = nil
    ) async throws -> AccountsPage {
        let mark = after.map { PageMark(text: $0) }
        let page = try await visit.desk.accounts(search: search, after: mark, limit: 50)
        return AccountsPage(
            console: console(visit, visit.session, .accounts), page: page, search: search,
            isLaterPart: mark != nil, dialog: form?.overlaid(look(visit)))
    }
}
