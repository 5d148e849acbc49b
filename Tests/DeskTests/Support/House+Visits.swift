@testable import Desk
import Directory
import Imports
import Store

/// Ways in which tests come and go.
extension House {
    func signIn(
        _ email: String, _ password: String, at account: ID<Account>? = nil,
        from origin: Origin = .home
    ) async throws -> (token: String, session: Session) {
        let answer = try await front.signIn(
            email: email, password: password, account: account, from: origin)
        guard case .session(let token, let session) = answer else { throw Unsettled() }
        return (token, session)
    }

    func signIn(_ person: Person) async throws -> (token: String, session: Session) {
        try await signIn(person.email, person.password)
    }

    /// The refusal that `work` ends with; nil when it succeeds or ends in another way.
    func refusal(of work: (House) async throws -> Void) async -> Refusal? {
        do {
            try await work(self)
            return nil
        } catch {
            return error as? Refusal
        }
    }

    @discardableResult
    func addUnregistered(_ email: String, to account: Account) async throws -> User {
        try await add(Row(name: "Somebody", email: email), nil, to: account)
    }

    @discardableResult
    func addRegistered(_ email: String, _ password: String, to account: Account) async throws
        -> User
    {
        try await add(Row(name: "Somebody", email: email), password, to: account)
    }

    func add(_ row: Row, _ password: String? = nil, to account: Account) async throws -> User {
        let outcome = try await OperatorDesk(office: office).addUser(
            row, to: account, password: password)
        guard case .saved(let user) = outcome else { throw HouseFault(outcome: outcome) }
        return user
    }
}

/// The address has several accounts.
struct Unsettled: Error {}

extension Origin {
    static let home = Origin(source: "192.0.2.1", agent: "tests")
}

extension House {
    /// How many rows a table has.
    func rowCount(of table: String) async throws -> Int {
        try await witness.read { tx in
            try tx.first(SQL(stringLiteral: "SELECT count(*) FROM \(table)")) {
                Int($0.integer(0))
            } ?? 0
        }
    }

    /// As if so many sign-ins had failed today, with every wait over.
    func recordFailures(_ failures: Int, of address: String, from origin: Origin = .home)
        async throws
    {
        let keys = AttemptKeys(address: address, source: origin.source, at: clock.now)
        try await witness.write { tx in
            for _ in 1...failures { _ = try tx.countAttempt(keys.address) }
        }
    }
}
