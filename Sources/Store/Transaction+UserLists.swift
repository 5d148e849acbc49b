package import Directory

/// Which users of an account a list holds.
package struct UserFilter: Sendable, Equatable {
    /// Folded text that the search key contains; empty for all.
    package let search: String
    package let role: Role?
    /// The import that added them.
    package let draft: Int?
    package let welcome: WelcomeFilter?
    /// Only those who were sent a Welcome email by then and have not registered.
    package let quietSince: Timestamp?

    package init(
        search: String, role: Role?, draft: Int?, welcome: WelcomeFilter? = nil,
        quietSince: Timestamp? = nil
    ) {
        self.search = search
        self.role = role
        self.draft = draft
        self.welcome = welcome
        self.quietSince = quietSince
    }

    /// Few, and in an index of their own.
    static let admins = UserFilter(search: "", role: .accountAdmin, draft: nil)
    /// Everybody else: counted by what is left.
    static let plainUsers = UserFilter(search: "", role: .user, draft: nil)

    var isEmpty: Bool {
        search.isEmpty && role == nil && draft == nil && welcome == nil && quietSince == nil
    }

    /// Each filter is its own statement, so that each has a plan of its own.
    func condition(in dialect: Dialect) -> SQL {
        var condition: SQL = ""
        if !search.isEmpty {
            condition = condition + " AND " + dialect.contains("search_key", search)
        }
        switch role {
        // Literal, so that the index of the admins serves.
        case .accountAdmin: condition = condition + " AND role = 'account_admin'"
        case .user: condition = condition + " AND role = 'user'"
        case nil: break
        }
        if let draft { condition = condition + " AND draft_no = \(draft)" }
        if let welcome { condition = condition + welcome.condition }
        if let quietSince {
            condition =
                condition + " AND registered_at IS NULL AND welcome = 2"
                + " AND welcome_at <= \(quietSince)"
        }
        return condition
    }
}

/// Where a list by a key and a number goes on: after this one.
package struct ListPlace: Sendable, Equatable {
    package let key: String
    package let id: Int64

    package init(key: String, id: Int64) {
        self.key = key
        self.id = id
    }
}

extension Transaction {
    /// Users by name, at most `limit`, each with its place in the list.
    package func users(
        in account: ID<Account>, _ filter: UserFilter, after place: ListPlace?, limit: Int
    ) throws -> [(user: User, place: ListPlace)] {
        let rest: SQL = place.map { " AND (sort_key, id) > (\($0.key), \($0.id))" } ?? ""
        let query: SQL = """
            SELECT \(User.columns), sort_key FROM users u
            WHERE account_id = \(account)\(filter.condition(in: dialect))\(rest)
            ORDER BY sort_key, id LIMIT \(limit)
            """
        return try all(query) { (User.read($0), ListPlace(key: $0.text(15), id: $0.integer(1))) }
    }

    package func userCount(in account: ID<Account>, _ filter: UserFilter) throws -> Int {
        if filter.isEmpty { return try countOfAllUsers(in: account) }
        if filter == .plainUsers {
            return try countOfAllUsers(in: account) - userCount(in: account, .admins)
        }
        return try first(
            """
            SELECT count(*) FROM users
            WHERE account_id = \(account)\(filter.condition(in: dialect))
            """
        ) { Int($0.integer(0)) } ?? 0
    }

    private func countOfAllUsers(in account: ID<Account>) throws -> Int {
        try first("SELECT user_count FROM accounts WHERE id = \(account)") { Int($0.integer(0)) }
            ?? 0
    }
}

extension WelcomeFilter {
    fileprivate var condition: SQL {
        switch self {
        case .notSent: " AND registered_at IS NULL AND welcome = 0"
        case .waiting: " AND registered_at IS NULL AND welcome = 1"
        case .sent: " AND registered_at IS NULL AND welcome = 2"
        case .registered: " AND registered_at IS NOT NULL"
        case .failed: " AND registered_at IS NULL AND welcome = 3"
        case .unknown: " AND registered_at IS NULL AND welcome = 4"
        }
    }
}

extension Dialect {
    /// Whether a column contains a text, byte for byte; never LIKE, which folds ASCII and has wildcards.
    func contains(_ column: StaticString, _ text: String) -> SQL {
        let function = self == .sqlite ? "instr" : "strpos"
        return SQL(stringLiteral: "\(function)(\(column), ") + "\(text)) > 0"
    }
}
