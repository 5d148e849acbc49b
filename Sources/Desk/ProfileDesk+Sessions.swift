package import Directory
import Store

extension ProfileDesk {
    /// Where the user is signed in, the newest activity first.
    package func sessions(current token: String) async throws -> [SessionLine] {
        let now = office.clock.now()
        let own = Secret(presented: token)?.hash ?? []
        let lines = try await office.database.read { [viewer] tx in
            let user = try tx.requireSelf(viewer)
            return try tx.sessions(of: user.id, in: user.account, at: now)
        }
        return lines.map { SessionLine($0, isCurrent: $0.hash == own) }
    }

    /// Ends every session of the user but this one.
    package func endOtherSessions(keeping token: String) async throws {
        let own = Secret(presented: token)?.hash ?? []
        try await office.database.write { [viewer] tx in
            let user = try tx.requireSelf(viewer)
            try tx.deleteSessions(of: user.id, in: user.account, except: own)
        }
    }
}

/// One place where a user is signed in.
package struct SessionLine: Sendable, Equatable {
    /// The network address and the browser's own words.
    package let source: String
    package let agent: String
    package let createdAt: Timestamp
    package let seenAt: Timestamp
    package let isCurrent: Bool

    init(_ stored: SessionPlace, isCurrent: Bool) {
        source = stored.source
        agent = stored.agent
        createdAt = stored.createdAt
        seenAt = stored.seenAt
        self.isCurrent = isCurrent
    }
}
