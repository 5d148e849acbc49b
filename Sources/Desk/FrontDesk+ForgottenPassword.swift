import Directory
import Store

/// Accounts of one address that get a letter.
private let accountsWrittenTo = 20
/// Seconds between two letters to one user for a new password.
private let passwordPause: Int64 = 20 * 60

extension FrontDesk {
    /// Asks for a letter that lets whoever has this address choose a new password, or register if they
    /// were invited and haven't. The answer and its time are the same whether anybody has it: a worker
    /// finds that out.
    package func forgotPassword(email: String) async throws {
        let key = (try? EmailAddress(email))?.key ?? ""
        let now = office.clock.now()
        try await office.database.write { try $0.wishForPassword(key, at: now) }
        office.letterBell.ring()
    }
}

extension Transaction {
    /// Queues the letters that were asked for, one for each account of an address; not to whom got
    /// one a short while ago.
    func grantPasswordWishes(_ rules: OfficeRules, at now: Timestamp) throws {
        for key in try takePasswordWishes(limit: 100) {
            for found in try forgetfulUsers(key, limit: accountsWrittenTo) {
                if let last = found.lastAsked, last.adding(seconds: passwordPause) > now {
                    continue
                }
                guard try mayAskForLetter(found.user.id, in: found.user.account, at: now) else {
                    continue
                }
                let mailing = Mailing(
                    request: "password \(Secret.random().text)", kind: .password,
                    accountName: found.accountName, inviter: "", inviterEmail: "",
                    words: try letterWords(of: found.user.account),
                    expires: rules.end(of: .password, from: now))
                try queue(mailing, to: found.user.id, in: found.user.account, at: now)
            }
            try renewInvitations(toAddress: key, rules, at: now)
        }
    }

    private func renewInvitations(
        toAddress key: String, _ rules: OfficeRules, at now: Timestamp
    ) throws {
        for invitation in try openInvitations(toAddress: key, limit: accountsWrittenTo)
        where invitation.mayBeRenewed(at: now) {
            guard try mayAskForLetter(invitation.user, in: invitation.account, at: now) else {
                continue
            }
            try renew(invitation, rules, at: now)
        }
    }
}
