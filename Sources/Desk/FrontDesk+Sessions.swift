package import Directory
import Store

/// A session that is used has this written down at most so often.
let secondsUnnoted: Int64 = 60

extension FrontDesk {
    /// The session that a cookie's secret stands for; nil when it ended. Counts as activity.
    package func session(token: String) async throws -> Session? {
        try await session(token) { _, _ in }?.session
    }

    /// The session with the desk of an account, both as of one moment. There is no desk for an account
    /// that its user doesn't administer, there or not.
    package func session(
        token: String, at account: ID<Account>
    ) async throws -> (session: Session, desk: AccountDesk?)? {
        let found = try await session(token) { tx, session in
            try tx.account(account, administeredBy: session.viewer)
        }
        return found.map { session, account in
            let desk = account.map {
                AccountDesk(office: office, viewer: session.viewer, account: $0)
            }
            return (session, desk)
        }
    }

    private func session<More: Sendable>(
        _ token: String,
        with more: @escaping @Sendable (any Transaction, Session) throws -> More
    ) async throws -> (session: Session, more: More)? {
        guard let hash = Secret(presented: token)?.hash else { return nil }
        let found = try await office.database.read { tx in
            try tx.session(hash).map { stored in
                let session = Session(stored)
                return (stored: stored, session: session, more: try more(tx, session))
            }
        }
        guard let found, try await isAlive(found.stored, token, hash) else { return nil }
        return (found.session, found.more)
    }

    /// Whether a session goes on; what ended is deleted, and what is used is noted.
    private func isAlive(
        _ stored: StoredSession, _ token: String, _ hash: [UInt8]
    ) async throws -> Bool {
        let now = office.clock.now()
        guard now < stored.expiresAt else {
            // Deleted and not only declined: a clock that is set back must not revive it.
            try await signOut(token: token)
            return false
        }
        if now >= stored.seenAt.adding(seconds: secondsUnnoted) {
            let end = office.rules.sessionEnd(begun: stored.createdAt, seen: now)
            try await office.database.write { try $0.touchSession(hash, at: now, until: end) }
        }
        return true
    }

    package func signOut(token: String) async throws {
        guard let hash = Secret(presented: token)?.hash else { return }
        try await office.database.write { try $0.deleteSession(hash) }
    }
}

extension OfficeRules {
    func sessionEnd(begun: Timestamp, seen: Timestamp) -> Timestamp {
        min(begun.adding(seconds: sessionAbsolute), seen.adding(seconds: sessionIdle))
    }
}

extension Session {
    init(_ stored: StoredSession) {
        self.init(
            viewer: .user(stored.user.id, of: stored.account.id), user: stored.user,
            account: stored.account, isAdmin: stored.user.role == .accountAdmin,
            isPartner: stored.isPartner)
    }
}
