package import Directory
import Store

extension FrontDesk {
    /// Whom an invitation is for. Looking uses nothing up.
    /// - Throws: `Refusal` with `invitationUsed`; `invitationExpired` for what ended or was replaced; and
    ///   `notFound` for what no letter of this house holds (any more).
    package func invitation(_ token: String) async throws -> InvitationLook {
        let found = try await standing(token)
        return InvitationLook(
            kind: found.stored.kind, accountName: found.stored.accountName,
            userName: found.stored.userName, email: found.stored.email,
            leastLength: office.rules.passwordLength)
    }

    /// Registers the user of an invitation and signs them in, or gives them another password, with which
    /// they sign in themselves.
    /// - Returns: The session that begins, with the secret for its cookie.
    /// - Throws: `Refusal` with `passwordTooWeak`, `busy`, and those of `invitation`.
    package func accept(
        _ token: String, password: String, from origin: Origin
    ) async throws -> (token: String, session: Session)? {
        let found = try await standing(token)
        let stored = found.stored
        let rules = PasswordRules(
            of: stored.email, stored.userName, stored.accountName,
            shortest: office.rules.passwordLength)
        if let refusal = rules.refusal(of: password) { throw refusal }
        let hash = try await office.passwords.withPlace {
            try await office.passwords.hash(password)
        }
        let secret = Secret.random()
        let session = try await office.database.write { [office] tx -> Session? in
            let now = office.clock.now()
            // Of many at once, this statement lets one through.
            guard try tx.useInvitation(found.id, version: stored.version, at: now) else {
                throw try tx.invitation(found.id)?.refusal(at: now) ?? .invitationExpired
            }
            try tx.setPassword(hash, by: stored, at: now)
            guard stored.kind == .welcome,
                let credential = try tx.credential(of: stored.user, in: stored.account)
            else { return nil }
            return try tx.beginSession(secret, for: credential, from: origin, office, at: now)
        }
        return session.map { (secret.text, $0) }
    }

    private func standing(_ token: String) async throws -> (
        id: [UInt8], stored: StoredInvitation
    ) {
        guard let token = InvitationToken(presented: token) else { throw Refusal.noSuchInvitation }
        let now = office.clock.now()
        let stored = try await office.database.read { try $0.invitation(token.id) }
        guard let stored, token.isMade(ofAnyVersionOf: stored, with: office.post.key) else {
            throw Refusal.noSuchInvitation
        }
        guard token.isMade(of: stored.version, with: office.post.key) else {
            throw Refusal.invitationExpired
        }
        if let refusal = stored.refusal(at: now) { throw refusal }
        return (token.id, stored)
    }
}

/// What the page behind a letter's button shows.
package struct InvitationLook: Sendable, Equatable {
    package let kind: InvitationKind
    package let accountName: String
    package let userName: String
    package let email: String
    /// Characters that the password needs at least.
    package let leastLength: Int
}

extension StoredInvitation {
    /// Why it opens nothing; nil if it does.
    func refusal(at now: Timestamp) -> Refusal? {
        if usedAt != nil { return kind == .welcome ? .invitationUsed : .linkUsed }
        if kind == .welcome, isRegistered { return .invitationUsed }
        return expiresAt > now ? nil : .invitationExpired
    }
}

extension Transaction {
    fileprivate func setPassword(
        _ hash: String, by invitation: StoredInvitation, at now: Timestamp
    ) throws {
        switch invitation.kind {
        case .welcome:
            try register(
                invitation.user, in: invitation.account, passwordHash: hash, at: now)
        case .password:
            try replacePassword(of: invitation.user, in: invitation.account, by: hash)
            try deleteSessions(of: invitation.user, in: invitation.account)
        }
    }
}

extension Refusal {
    static let invitationUsed = Refusal(
        .invitationUsed, "You have registered already.", remedy: "Sign in with your password.")

    static let linkUsed = Refusal(
        .invitationUsed, "This link was used already.",
        remedy: "Sign in with your new password, or ask for another link.")

    static let noSuchInvitation = Refusal(
        .notFound, "This link is not valid.",
        remedy: "Open it from the newest email that you got, or copy the whole address.")

    static let invitationExpired = Refusal(
        .invitationExpired, "This link doesn't work any more.",
        remedy: "Ask for a new one: it goes to the same email address.")
}
