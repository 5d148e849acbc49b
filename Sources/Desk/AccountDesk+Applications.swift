package import Directory
import Store

/// The links that an account's users find. A partner's are shown in all accounts that it looks after.
extension AccountDesk {
    package static let mostApplications = 100

    /// What the account's users find, and what of it the account set up itself.
    package func applications() async throws -> ApplicationLists {
        try await office.database.read { [viewer, account = account.id] tx in
            guard let account = try tx.account(account, administeredBy: viewer) else {
                throw Refusal.noSuchAccount
            }
            return try tx.applications(in: account)
        }
    }

    /// - Throws: `Refusal` with `notFound`.
    package func application(_ id: ID<Application>) async throws -> Application {
        try await office.database.read { [viewer, account = account.id] tx in
            try tx.requireAdministration(of: account, by: viewer)
            return try tx.requireApplication(id, in: account)
        }
    }

    /// - Parameter place: Where it stood before it was deleted; nil for the end.
    /// - Throws: `Refusal` with `wrongValue` and the field, or `applicationLimit`.
    package func addApplication(
        name: String, letter: String, address: String, place: Int? = nil
    ) async throws -> Application {
        let fields = try ApplicationFields(name: name, letter: letter, address: address)
        return try await write { tx, account in
            let others = try tx.applications(of: account)
            try fields.requireOwnAddress(among: others)
            guard others.count < Self.mostApplications else {
                throw Refusal(
                    .applicationLimit,
                    "There are \(Self.mostApplications) applications already.",
                    remedy: "Delete one that nobody uses.")
            }
            return try tx.addApplication(fields, at: place, to: account)
        }
    }

    /// - Throws: `Refusal` with `notFound`, or `wrongValue` and the field.
    package func changeApplication(
        _ id: ID<Application>, name: String, letter: String, address: String
    ) async throws -> Application {
        let fields = try ApplicationFields(name: name, letter: letter, address: address)
        return try await write { tx, account in
            _ = try tx.requireApplication(id, in: account)
            try fields.requireOwnAddress(among: tx.applications(of: account).filter { $0.id != id })
            try tx.changeApplication(id, to: fields, in: account)
            return try tx.requireApplication(id, in: account)
        }
    }

    /// Changes places with its neighbour; the first stays first, and the last one last.
    /// - Returns: all of the account's own, in their new order.
    /// - Throws: `Refusal` with `notFound`.
    package func moveApplication(_ id: ID<Application>, _ direction: Direction) async throws
        -> [Application]
    {
        try await write { tx, account in
            let before = try tx.applications(of: account)
            guard let from = before.firstIndex(where: { $0.id == id }) else {
                throw Refusal.noSuchApplication
            }
            let to = direction == .up ? from - 1 : from + 1
            guard before.indices.contains(to) else { return before }
            try tx.putApplication(id, at: before[to].place, in: account)
            try tx.putApplication(before[to].id, at: before[from].place, in: account)
            return try tx.applications(of: account)
        }
    }

    /// - Returns: what it was.
    /// - Throws: `Refusal` with `notFound`.
    package func deleteApplication(_ id: ID<Application>) async throws -> Application {
        try await write { tx, account in
            let application = try tx.requireApplication(id, in: account)
            try tx.deleteApplication(id, in: account)
            return application
        }
    }

    private func write<Answer: Sendable>(
        _ work: @escaping @Sendable (any Transaction, ID<Account>) throws -> Answer
    ) async throws -> Answer {
        try await office.database.write { [viewer, account = account.id] tx in
            try tx.requireAdministration(of: account, by: viewer)
            return try work(tx, account)
        }
    }
}

/// Which way in a list.
package enum Direction: String, Sendable {
    case up
    case down
}

extension Transaction {
    fileprivate func requireApplication(_ id: ID<Application>, in account: ID<Account>) throws
        -> Application
    {
        let found = try applications(of: account).first { $0.id == id }
        guard let found else { throw Refusal.noSuchApplication }
        return found
    }
}
