package import Directory
package import Imports
import Store

extension AccountDesk {
    /// A page of the account's users by name.
    /// - Throws: `Refusal` with `wrongValue` for a page mark that was never given out.
    package func users(_ query: UserQuery) async throws -> UserPage {
        let place = try query.after?.place()
        let limit = ListLimit.clamped(query.limit)
        let filter = UserFilter(query, at: office.clock.now())
        let (found, total) = try await read { tx, account in
            (
                try tx.users(in: account, filter, after: place, limit: limit + 1),
                try tx.userCount(in: account, filter)
            )
        }
        let next = found.count > limit ? PageMark(found[limit - 1].place) : nil
        return UserPage(users: found.prefix(limit).map(\.user), total: total, next: next)
    }

    /// These users as they are now; those that are gone are left out.
    package func users(_ ids: [ID<User>]) async throws -> UserPage {
        let users = try await read { tx, account in
            try ids.compactMap { try tx.user($0, in: account) }
        }
        return UserPage(users: users, total: users.count, next: nil)
    }

    /// - Throws: `Refusal` with `notFound`.
    package func user(_ id: ID<User>) async throws -> User {
        try await read { tx, account in
            guard let user = try tx.user(id, in: account) else { throw Refusal.noSuchUser }
            return user
        }
    }

    /// Adds one user; the same rules as for a row of an import.
    package func addUser(_ row: Row) async throws -> UserOutcome {
        let judgement = RowRules().judge(row)
        return try await write { tx, account, now in
            try tx.addUser(judgement, in: account, at: now)
        }
    }

    /// - Throws: `Refusal` with `notFound`, `userChanged`, `lastAdmin`.
    package func changeUser(_ id: ID<User>, to row: Row, version: Int) async throws -> UserOutcome {
        let judgement = RowRules().judge(row)
        return try await write { tx, account, now in
            try tx.changeUser(id, to: judgement, version: version, in: account, at: now)
        }
    }

    /// - Throws: `Refusal` with `notFound`, `userChanged`, `lastAdmin`.
    package func deleteUser(_ id: ID<User>, version: Int) async throws {
        try await write { tx, account, _ in
            try tx.deleteUser(id, version: version, in: account)
        }
    }

    private func read<Answer: Sendable>(
        _ work: @escaping @Sendable (any Transaction, ID<Account>) throws -> Answer
    ) async throws -> Answer {
        try await office.database.read { [viewer, account = account.id] tx in
            try tx.requireAdministration(of: account, by: viewer)
            return try work(tx, account)
        }
    }

    private func write<Answer: Sendable>(
        _ work: @escaping @Sendable (any Transaction, ID<Account>, Timestamp) throws -> Answer
    ) async throws -> Answer {
        let now = office.clock.now()
        return try await office.database.write { [viewer, account = account.id] tx in
            try tx.requireAdministration(of: account, by: viewer)
            return try work(tx, account, now)
        }
    }
}

/// What became of a user's form.
package enum UserOutcome: Sendable {
    case saved(User)
    /// Nothing was saved: the form's problems, as for a row of an import.
    case faulty(Row, Issues)
}

/// Which users a page shows.
package struct UserQuery: Sendable {
    /// Part of a name or address; letter case and accents make no difference.
    package var search = ""
    package var role: Role?
    /// Only those added by this import.
    package var draft: Int?
    package var welcome: WelcomeFilter?
    /// Only those who were sent a Welcome email at least so many days ago and have not registered.
    package var quietDays: Int?
    package var after: PageMark?
    package var limit = 50

    package init() {}
}

extension UserFilter {
    init(_ query: UserQuery, at now: Timestamp) {
        self.init(
            search: FoldedText(of: query.search).value, role: query.role, draft: query.draft,
            welcome: query.welcome,
            quietSince: query.quietDays.map { now.adding(seconds: -86_400 * Int64($0)) })
    }
}

/// A part of the list of users.
package struct UserPage: Sendable {
    package let users: [User]
    /// How many match in all.
    package let total: Int
    package let next: PageMark?

    package init(users: [User], total: Int, next: PageMark?) {
        self.users = users
        self.total = total
        self.next = next
    }
}
