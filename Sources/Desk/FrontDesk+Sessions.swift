import Directory
import Store

extension FrontDesk {
    /// The session that a cookie's secret stands for; nil when it ended. Counts as activity.
    package func session(token: String) async throws -> Session? {
        guard let hash = Secret(presented: token)?.hash else { return nil }
        guard let stored = try await office.database.read({ try $0.session(hash) }) else {
            return nil
        }
        let now = office.clock.now()
        guard now < stored.expiresAt else {
            // Deleted and not only declined: a clock that is set back must not revive it.
            try await signOut(token: token)
            return nil
        }
        if now >= stored.seenAt.adding(seconds: 60) {
            let end = office.rules.sessionEnd(begun: stored.createdAt, seen: now)
            try await office.database.write { try $0.touchSession(hash, at: now, until: end) }
        }
        return Session(stored)
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
