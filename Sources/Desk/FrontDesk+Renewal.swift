import Directory
import Store

/// Seconds between two letters to one user that somebody asks for without having signed in.
private let renewalPause: Int64 = 60 * 60
/// Versions back for which the link of an old letter is known, and still asks for a new one.
private let versionsBack = 100

extension FrontDesk {
    /// Sends the user of an old link a new one, to the address that is known of them, at most once an
    /// hour. Says nothing about what it did: the link may be anybody's.
    package func renewInvitation(_ token: String) async throws {
        guard let token = InvitationToken(presented: token) else { return }
        let now = office.clock.now()
        // Whoever brings no link of ours keeps nobody from writing.
        guard try await office.database.read({ try renewable(token, in: $0, at: now) }) != nil
        else { return }
        let isSent = try await office.database.write { [office] tx in
            guard let stored = try renewable(token, in: tx, at: now) else { return false }
            try tx.renew(stored, office.rules, at: now)
            return true
        }
        if isSent { office.letterBell.ring() }
    }

    private func renewable(
        _ token: InvitationToken, in tx: any Transaction, at now: Timestamp
    ) throws -> StoredInvitation? {
        guard let stored = try tx.invitation(token.id), stored.mayBeRenewed(at: now),
            token.isMade(ofAnyVersionOf: stored, with: office.post.key),
            try tx.mayAskForLetter(stored.user, in: stored.account, at: now)
        else { return nil }
        return stored
    }
}

extension InvitationToken {
    /// Whether a letter held it: the newest one, or one before that.
    func isMade(ofAnyVersionOf stored: StoredInvitation, with key: InvitationKey) -> Bool {
        let oldest = max(1, stored.version - versionsBack)
        return (oldest...stored.version).contains { isMade(of: $0, with: key) }
    }
}

extension StoredInvitation {
    /// Not one that was withdrawn with its address: nobody has been invited at the new one.
    func mayBeRenewed(at now: Timestamp) -> Bool {
        let isOpen = kind == .password ? isRegistered : !isRegistered
        return isOpen && expiresAt > Timestamp(0)
            && createdAt.adding(seconds: renewalPause) <= now
    }
}

extension Transaction {
    /// In the name of whoever sent the last one.
    func renew(
        _ invitation: StoredInvitation, _ rules: OfficeRules, at now: Timestamp
    ) throws {
        let last = try letters(to: invitation.user, in: invitation.account, limit: 1).first?.mailing
        let mailing = Mailing(
            request: "renewal \(Secret.random().text)", kind: invitation.kind,
            accountName: invitation.accountName, inviter: last?.inviter ?? "",
            inviterEmail: last?.inviterEmail ?? "",
            words: try letterWords(of: invitation.account),
            expires: rules.end(of: invitation.kind, from: now))
        try queue(mailing, to: invitation.user, in: invitation.account, at: now)
    }
}

extension OfficeRules {
    /// When a link that is sent now ends.
    func end(of kind: InvitationKind, from now: Timestamp) -> Timestamp {
        switch kind {
        case .welcome: now.adding(seconds: invitationHours * 3600)
        case .password: now.adding(seconds: passwordLinkMinutes * 60)
        }
    }
}
