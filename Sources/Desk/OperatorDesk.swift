package import Directory
package import Imports
import Store

/// What the operator of the machine may do at its command line: everything that makes the first
/// accounts and users, without a session.
package struct OperatorDesk: Sendable {
    let office: Office

    package init(office: Office) {
        self.office = office
    }

    /// Every account by name.
    package func accounts() async throws -> [Account] {
        try await office.database.read { try $0.allAccounts() }
    }

    /// Adds an account; `partner` is the name or id of the one that shall look after it, and
    /// becomes a partner by that.
    /// - Throws: `Refusal` with `wrongValue`, `accountNameTaken`, and those of `account`.
    package func addAccount(name: String, partner: String?) async throws -> Account {
        let name = try AccountName(name)
        let now = office.clock.now()
        return try await office.database.write { tx in
            let partner = try partner.map { try tx.requireAccount($0) }
            if let partner, partner.partner != nil {
                throw Refusal(
                    .wrongValue, "“\(partner.name)” has a partner itself.",
                    remedy: "Only an account without a partner can look after others.",
                    field: "partner")
            }
            return try tx.addAccount(name, partner: partner?.id, at: now)
        }
    }

    /// The account of this name (letter case and accents make no difference) or id.
    /// - Throws: `Refusal` with `notFound`, or `wrongValue` when several accounts have the name.
    package func account(_ nameOrID: String) async throws -> Account {
        try await office.database.read { try $0.requireAccount(nameOrID) }
    }

    /// What the account's admins may do, done by the operator.
    package func desk(at account: Account) -> AccountDesk {
        AccountDesk(office: office, viewer: .commandLine, account: account)
    }

    /// Adds a user by the rules of an import's row; with a password they are registered at once.
    /// - Throws: `Refusal` with `passwordTooWeak`, `busy`, `notFound`.
    package func addUser(_ row: Row, to account: Account, password: String?) async throws
        -> UserOutcome
    {
        let judgement = RowRules().judge(row)
        let hash = try await hashed(password, of: judgement.row, in: account)
        let now = office.clock.now()
        return try await office.database.write { tx in
            try tx.requireAdministration(of: account.id, by: .commandLine)
            let outcome = try tx.addUser(judgement, in: account.id, at: now)
            guard case .saved(let user) = outcome, let hash else { return outcome }
            try tx.register(user.id, in: account.id, passwordHash: hash, at: now)
            return .saved(try tx.user(user.id, in: account.id) ?? user)
        }
    }

    private func hashed(_ password: String?, of row: Row, in account: Account) async throws
        -> String?
    {
        guard let password else { return nil }
        let name = User.displayName(
            firstName: row.firstName, lastName: row.lastName, name: row.name)
        let rules = PasswordRules(
            of: row.email, name, account.name, shortest: office.rules.passwordLength)
        if let refusal = rules.refusal(of: password) { throw refusal }
        return try await office.passwords.withPlace { try await office.passwords.hash(password) }
    }
}

extension Transaction {
    fileprivate func requireAccount(_ nameOrID: String) throws -> Account {
        if let id = ID<Account>(text: nameOrID), let account = try account(id) { return account }
        let found = try accounts(named: FoldedText(of: nameOrID).value)
        if found.count > 1 {
            let ids = found.map(\.id.text).joined(separator: ", ")
            throw Refusal(
                .wrongValue, "\(found.count) accounts are named “\(nameOrID)”.",
                remedy: "Use the id of the one you mean: \(ids).", field: "account")
        }
        guard let account = found.first else {
            throw Refusal(
                .notFound, "There is no account “\(nameOrID)”.",
                remedy: "“rollbook account list” shows all accounts.", field: "account")
        }
        return account
    }
}
