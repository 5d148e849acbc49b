package import Directory
import Store

extension FrontDesk {
    /// An edit by whoever has a session, in one transaction from the look at the session to the
    /// reply. Nil, and nothing is changed, for whatever isn't the usual: a session that ends or has to
    /// be noted, an account of others, a draft that has to be settled. Then `session` and the desk
    /// tell what is the matter, or do it.
    package func edit(
        token: String, at account: ID<Account>, draft number: Int, _ edit: Edit
    ) async throws -> EditReply? {
        guard let hash = Secret(presented: token)?.hash else { return nil }
        try AccountDesk.requireReasonable(edit)
        let now = office.clock.now()
        return try await office.database.write { [office] tx in
            guard let stored = try tx.session(hash), stored.isFresh(at: now),
                let account = try tx.account(account, administeredBy: stored)
            else { return nil }
            let viewer = Viewer.user(stored.user.id, of: stored.account.id)
            return try AccountDesk(office: office, viewer: viewer, account: account)
                .edit(number, edit, in: tx)
        }
    }
}

extension Transaction {
    /// Most people work in their own account, which was read with the session.
    fileprivate func account(
        _ id: ID<Account>, administeredBy session: StoredSession
    ) throws -> Account? {
        if id == session.account.id, session.user.role == .accountAdmin { return session.account }
        return try account(id, administeredBy: .user(session.user.id, of: session.account.id))
    }
}

extension StoredSession {
    /// It goes on, and that it was used needs no note.
    fileprivate func isFresh(at now: Timestamp) -> Bool {
        now < expiresAt && now < seenAt.adding(seconds: secondsUnnoted)
    }
}
