import Desk
import Directory
import Gate
import Hummingbird

extension Pages {
    func addUsers(to door: Door) {
        door.account(.get, Path.Pattern.users) { visit in
            let (query, news) = try visit.query { (try UserQuery(&$0), try Arrival(&$0)) }
            var page = try await users(visit, query)
            page.news = try await news.news(at: visit.desk)
            return .page(page.html())
        }

        door.account(.get, Path.Pattern.importing) { visit in
            var page = try await users(visit)
            page.opensPanel = true
            return .page(page.html())
        }
    }

    func users(_ visit: Visit<AccountPass>, _ query: UserQuery = UserQuery()) async throws
        -> UsersPage
    {
        let account = visit.desk.account
        return UsersPage(
            console: console(visit, visit.session, .account(account)), account: account,
            query: query, page: try await visit.desk.users(query))
    }
}

/// What a person did just before they came to the list.
private struct Arrival {
    let draft: Int?
    let saved: Int?
    let what: String?

    init(_ query: inout FormFields) throws {
        draft = try query.number("added", in: 1...Int.max)
        saved = try query.number("saved", in: 1...Int.max)
        what = try query.optional("new")
    }

    func news(at desk: AccountDesk) async throws -> UsersPage.News? {
        if let draft {
            var query = UserQuery()
            query.draft = draft
            query.limit = 1
            let added = try await desk.users(query).total
            return added == 0 ? nil : .added(byImport: draft, count: added)
        }
        if let saved {
            return (try? await desk.user(ID(Int64(saved)))).map { .saved($0) }
        }
        return switch what {
        case "account": desk.account.userCount == 0 ? .accountAdded : nil
        case "deletion": .deleted
        default: nil
        }
    }
}

extension UserQuery {
    /// An empty field of the form means that nothing is asked for.
    fileprivate init(_ query: inout FormFields) throws {
        self.init()
        search = try query.optional("search") ?? ""
        role = try query.optional("role").flatMap { $0.isEmpty ? nil : $0 }.map { text in
            guard let role = Role(rawValue: text) else {
                throw Refusal.wrongValue("role", "user or account_admin")
            }
            return role
        }
        draft = try query.number("draft", in: 1...Int.max)
        after = try query.optional("after").map { PageMark(text: $0) }
    }
}
