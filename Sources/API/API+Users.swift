import Desk
import Directory
import Gate
import HTTPTypes
import Hummingbird
import Imports

extension API {
    static func addUsers(to door: Door) {
        door.account(.get, users) { visit in
            let asked = try visit.query { try AskedUsers(&$0) }
            let page =
                switch asked {
                case .some(let ids): try await visit.desk.users(ids)
                case .those(let query): try await visit.desk.users(query)
                }
            return .json { $0.write(page) }
        }

        door.account(.post, users) { visit in
            let row = try await visit.json { try Row(&$0, instead: Row()) }
            let outcome = try await visit.desk.addUser(row)
            return .outcome(outcome, .created)
        }

        addUser(to: door)
    }

    private static func addUser(to door: Door) {
        door.account(.get, user) { visit in
            .user(try await visit.desk.user(visit.user))
        }

        door.account(.patch, user) { visit in
            let version = try visit.version()
            let id = try visit.user
            let old = try await visit.desk.user(id)
            let row = try await visit.json { try Row(&$0, instead: Row(of: old)) }
            let outcome = try await visit.desk.changeUser(id, to: row, version: version)
            return .outcome(outcome, .ok)
        }

        door.account(.delete, user) { visit in
            let version = try visit.version()
            let id = try visit.user
            try await visit.nothing()
            try await visit.desk.deleteUser(id, version: version)
            return .noContent
        }
    }
}

/// Users by their numbers, or those of a list; not both.
private enum AskedUsers {
    case some([ID<User>])
    case those(UserQuery)

    init(_ query: inout FormFields) throws {
        self =
            if let ids = try query.users("ids") { .some(ids) } else {
                .those(try UserQuery(&query))
            }
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

extension FormFields {
    /// Some users by their numbers, with commas between; nil if it isn't there.
    fileprivate mutating func users(_ key: String) throws -> [ID<User>]? {
        guard let text = try optional(key) else { return nil }
        let ids = text.split(separator: ",", omittingEmptySubsequences: false).map { Int64($0) }
        guard ids.count <= 200, ids.allSatisfy({ ($0 ?? 0) > 0 }) else {
            throw Refusal.wrongValue(key, "1 to 200 numbers with commas between them")
        }
        return ids.compactMap { $0.map { ID($0) } }
    }
}

extension UserQuery {
    fileprivate init(_ query: inout FormFields) throws {
        self.init()
        search = try query.optional("search") ?? ""
        role = try query.optional("role").map { try Role(code: $0) }
        draft = try query.number("draft", in: 1...Int.max)
        welcome = try query.optional("welcome").map { try WelcomeFilter(code: $0) }
        quietDays = try query.number("quiet_days", in: 0...36_500)
        after = try query.optional("after").map { PageMark(text: $0) }
        limit = try query.number("limit", in: 1...200) ?? 50
    }
}

extension Role {
    init(code: String) throws {
        guard let role = Role(rawValue: code) else {
            throw Refusal.wrongValue("role", "user or account_admin")
        }
        self = role
    }
}

extension WelcomeFilter {
    init(code: String) throws {
        guard let filter = WelcomeFilter(rawValue: code) else {
            let codes = WelcomeFilter.allCases.map(\.rawValue).joined(separator: ", ")
            throw Refusal.wrongValue("welcome", "one of \(codes)")
        }
        self = filter
    }
}

extension Row {
    /// A user's five fields; those left out are as in `old`.
    init(_ json: inout JSONObject, instead old: Row) throws {
        self = old
        for field in Field.allCases {
            guard let text = try json.optionalText(field.key) else { continue }
            self[field] = field == .role ? Role(rawValue: text)?.title ?? text : text
        }
    }

    fileprivate init(of user: User) {
        self.init(
            firstName: user.firstName, lastName: user.lastName, name: user.name,
            email: user.email, role: user.role.title)
    }
}
