import Directory
import Imports
import Store

/// What the desks do with a user's form, each inside a transaction in which the right was checked.
extension Transaction {
    func addUser(_ judgement: Judgement, in account: ID<Account>, at now: Timestamp) throws
        -> UserOutcome
    {
        guard let fields = UserFields(judgement) else { return .faulty(judgement) }
        guard let user = try insertUser(fields, in: account, at: now) else {
            try settleOpenDrafts(of: account, forKeys: [])
            return .faulty(judgement.row, .emailTaken)
        }
        try settleOpenDrafts(of: account, forKeys: [fields.email.key])
        return .saved(user)
    }

    func changeUser(
        _ id: ID<User>, to judgement: Judgement, version: Int, in account: ID<Account>,
        at now: Timestamp
    ) throws -> UserOutcome {
        guard let fields = UserFields(judgement) else {
            _ = try requireUser(id, version: version, in: account)
            return .faulty(judgement)
        }
        try lockUsers(of: account)
        let user = try requireUser(id, version: version, in: account)
        if fields.role != .accountAdmin { try requireAdmin(besides: user) }
        let oldKey = try emailKey(of: id, in: account) ?? ""
        guard try updateUser(id, in: account, to: fields, at: now) else {
            try settleOpenDrafts(of: account, forKeys: [])
            return .faulty(judgement.row, .emailTaken)
        }
        if oldKey != fields.email.key {
            try withdrawInvitations(of: id, in: account)
            try forgetWelcome(of: id, in: account)
        }
        let keys = oldKey == fields.email.key ? [] : [oldKey, fields.email.key]
        try settleOpenDrafts(of: account, forKeys: keys)
        return .saved(try requireUser(id, version: version + 1, in: account))
    }

    func deleteUser(_ id: ID<User>, version: Int, in account: ID<Account>) throws {
        try lockUsers(of: account)
        let user = try requireUser(id, version: version, in: account)
        try requireAdmin(besides: user)
        let key = try emailKey(of: id, in: account) ?? ""
        try deleteUser(id, in: account)
        try settleOpenDrafts(of: account, forKeys: [key])
    }

    /// - Throws: `Refusal` with `notFound` or `userChanged`.
    func requireUser(_ id: ID<User>, version: Int, in account: ID<Account>) throws -> User {
        guard let user = try user(id, in: account) else { throw Refusal.noSuchUser }
        guard user.version == version else {
            throw Refusal(
                .userChanged, "Somebody changed this user meanwhile.",
                remedy: "Look at the new values and make your change again.")
        }
        return user
    }

    /// An account keeps an Account Admin, and one who can sign in if it has one: the last one stays
    /// what they are.
    private func requireAdmin(besides user: User) throws {
        guard user.role == .accountAdmin else { return }
        guard try hasAdmin(besides: user, registered: false) else {
            throw Refusal(
                .lastAdmin, "\(user.displayName) is the account's only Account Admin.",
                remedy: "Make somebody else an Account Admin first.", field: "role")
        }
        guard try user.registeredAt == nil || hasAdmin(besides: user, registered: true) else {
            throw Refusal(
                .lastAdmin,
                "\(user.displayName) is the account's only Account Admin who can sign in.",
                remedy: "Make somebody who has registered an Account Admin first.", field: "role")
        }
    }
}

extension UserOutcome {
    fileprivate static func faulty(_ judgement: Judgement) -> UserOutcome {
        .faulty(judgement.row, judgement.issues)
    }
}

extension UserFields {
    /// What a clean row is stored as; nil for a faulty one.
    init?(_ judgement: Judgement) {
        guard judgement.issues.isEmpty, let key = judgement.emailKey else { return nil }
        self.init(
            judgement.row, email: EmailAddress(text: judgement.row.email, key: key),
            role: Role(title: judgement.row.role) ?? .user)
    }
}
