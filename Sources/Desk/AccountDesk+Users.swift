package import Directory
package import Imports

extension AccountDesk {
    /// A page of the account's users by name.
    package func users(_ query: UserQuery) async throws -> UserPage {
        unbuilt()
    }

    /// - Throws: `Refusal` with `notFound`.
    package func user(_ id: ID<User>) async throws -> User {
        unbuilt()
    }

    /// Adds one user; the same rules as for a row of an import.
    package func addUser(_ row: Row) async throws -> UserOutcome {
        unbuilt()
    }

    /// - Throws: `Refusal` with `notFound`, `userChanged`, `lastAdmin`.
    package func changeUser(_ id: ID<User>, to row: Row, version: Int) async throws -> UserOutcome {
        unbuilt()
    }

    /// - Throws: `Refusal` with `notFound`, `userChanged`, `lastAdmin`.
    package func deleteUser(_ id: ID<User>, version: Int) async throws {
        unbuilt()
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
    package var after: PageMark?
    package var limit = 50

    package init() {}
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
