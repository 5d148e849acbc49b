import Desk
import Directory
import Gate
import Hummingbird
import Imports

extension Pages {
    func addUsers(to door: Door) {
        door.account(.get, Path.Pattern.users) { visit in
            let (query, news) = try visit.query { (try UserQuery(&$0), try Arrival(&$0)) }
            var page = try await users(visit, query)
            page.news = try await self.news(of: news, visit)
            page.newest = try await newest(of: page, at: visit.desk)
            return .page(page.html())
        }

        door.account(.get, Path.Pattern.importing) { visit in
            let draft = try visit.query { try $0.number("matching", in: 1...Int.max) }
            var page = try await users(visit)
            page.opensPanel = true
            page.unmatchedDraft = draft
            return .page(page.html())
        }
    }

    func users(_ visit: Visit<AccountPass>, _ query: UserQuery = UserQuery()) async throws
        -> UsersPage
    {
        let account = visit.desk.account
        var page = UsersPage(
            console: try await console(visit, .account(account)), account: account,
            retryHours: visit.desk.retryHours, lettersStayHere: visit.desk.lettersStayHere,
            query: query,
            page: try await visit.desk.users(query))
        if let draft = query.draft { page.file = try? await visit.desk.draft(draft).fileName }
        return page
    }

    /// The first of those who have just been added, for the top of the whole list.
    private func newest(of page: UsersPage, at desk: AccountDesk) async throws -> [User] {
        guard case .added(let draft, _, _) = page.news, !page.isFiltered, page.query.after == nil
        else { return [] }
        var query = UserQuery()
        query.draft = draft
        return try await desk.users(query).users
    }
}

/// What a person did just before they came to the list.
private struct Arrival {
    /// The numbers of an import, of a new user, of a changed one.
    let added: Int?
    let new: Int?
    let saved: Int?
    /// The key of the memo with the user who is gone.
    let deleted: String?
    let hasNewAccount: Bool

    init(_ query: inout FormFields) throws {
        added = try query.number("added", in: 1...Int.max)
        new = try query.number("new", in: 1...Int.max)
        saved = try query.number("saved", in: 1...Int.max)
        deleted = try query.optional("deleted")
        hasNewAccount = try query.optional("account") == "new"
    }
}

extension Pages {
    private func news(of arrival: Arrival, _ visit: Visit<AccountPass>) async throws
        -> UsersPage.News?
    {
        let desk = visit.desk
        if let draft = arrival.added {
            var query = UserQuery()
            query.draft = draft
            query.limit = 1
            let added = try await desk.users(query).total
            guard added > 0 else { return nil }
            let file = try await desk.draft(draft).fileName
            return .added(byImport: draft, file: file, count: added)
        }
        if let number = arrival.new ?? arrival.saved {
            guard let user = try? await desk.user(ID(Int64(number))) else { return nil }
            return arrival.saved == nil ? .new(user) : .saved(user)
        }
        if let key = arrival.deleted {
            let user: User? = memos.memo(key, for: visit.session.viewer)
            return user.map { .deleted($0) }
        }
        return arrival.hasNewAccount && desk.account.userCount == 0 ? .accountAdded : nil
    }
}
