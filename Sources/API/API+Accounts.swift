import Desk
import Directory
import Gate
import HTTPTypes
import Hummingbird

extension API {
    static func addAccounts(to door: Door) {
        door.partner(.get, accounts) { visit in
            let query = try visit.query { query in
                (
                    search: try query.optional("search") ?? "",
                    after: try query.optional("after").map { PageMark(text: $0) },
                    limit: try query.number("limit", in: 1...200) ?? 50
                )
            }
            let page = try await visit.desk.accounts(
                search: query.search, after: query.after, limit: query.limit)
            return .json { $0.write(page) }
        }

        door.partner(.post, accounts) { visit in
            let name = try await visit.json { try $0.text("name") }
            let added = try await visit.desk.addAccount(name: name)
            return .json(.created) { $0.write(added) }
                .at("\(accounts)/\(added.id.text)")
        }

        door.account(.get, account) { visit in
            .json { $0.write(visit.desk.account) }
        }
    }
}

extension Response {
    /// Where what was made can be found.
    func at(_ path: String) -> Response {
        var response = self
        response.headers[.location] = path
        return response
    }
}
