package import Directory

/// The users of an account that something is to be done with: named one by one, or those of a list
/// with some left out.
package struct ChosenUsers: Sendable, Equatable {
    let filter: UserFilter
    let ids: [ID<User>]?
    let exceptions: [ID<User>]
    /// Only those whose Welcome email failed, or of whose nobody knows whether it arrived.
    let areInTrouble: Bool

    package init(ids: [ID<User>], inTrouble: Bool = false) {
        filter = .everybody
        self.ids = ids
        exceptions = []
        areInTrouble = inTrouble
    }

    package init(_ filter: UserFilter, except exceptions: [ID<User>]) {
        self.filter = filter
        ids = nil
        self.exceptions = exceptions
        areInTrouble = false
    }

    /// Of an account's users.
    func condition(in account: ID<Account>, _ dialect: Dialect) -> SQL {
        var condition: SQL = "account_id = \(account)\(filter.condition(in: dialect))"
        if let ids { condition = condition + " AND id IN \(dialect.numbers(ids.map(\.value)))" }
        if !exceptions.isEmpty {
            condition = condition + " AND id NOT IN \(dialect.numbers(exceptions.map(\.value)))"
        }
        return areInTrouble
            ? condition + " AND registered_at IS NULL AND welcome >= 3" : condition
    }
}

extension UserFilter {
    static let everybody = UserFilter(search: "", role: nil, draft: nil)
}

extension Dialect {
    /// Numbers as a list to look in, however many: one value, so that the statement stays the same.
    func numbers(_ numbers: [Int64]) -> SQL {
        let json = "[" + numbers.map(String.init).joined(separator: ",") + "]"
        return switch self {
        case .sqlite: "(SELECT value FROM json_each(\(json)))"
        case .postgres:
            "(SELECT value::bigint FROM json_array_elements_text(CAST(\(json) AS json)))"
        }
    }
}

/// How many users were chosen, and where they are on their way in.
package struct ChosenCounts: Sendable, Equatable {
    package let all: Int
    package let registered: Int
    /// Not registered, and a Welcome email was sent before, or is on its way.
    package let sentBefore: Int
    package let unknown: Int
}

extension Transaction {
    package func counts(of chosen: ChosenUsers, in account: ID<Account>) throws -> ChosenCounts {
        let counts = try first(
            """
            SELECT count(*), count(registered_at),
                coalesce(sum(CASE WHEN registered_at IS NULL AND welcome IN (1, 2) THEN 1 ELSE 0 END), 0),
                coalesce(sum(CASE WHEN registered_at IS NULL AND welcome = 4 THEN 1 ELSE 0 END), 0)
            FROM users WHERE \(chosen.condition(in: account, dialect))
            """
        ) { row in
            ChosenCounts(
                all: Int(row.integer(0)), registered: Int(row.integer(1)),
                sentBefore: Int(row.integer(2)), unknown: Int(row.integer(3)))
        }
        return counts ?? ChosenCounts(all: 0, registered: 0, sentBefore: 0, unknown: 0)
    }

    /// The first by name who would get a letter.
    package func firstInvited(of chosen: ChosenUsers, in account: ID<Account>) throws -> User? {
        try first(
            """
            SELECT \(User.columns) FROM users u
            WHERE \(chosen.condition(in: account, dialect)) AND registered_at IS NULL
            ORDER BY sort_key, id LIMIT 1
            """, User.read)
    }
}
