import Directory
import Store

extension ProfileDesk {
    /// Characters that a new password needs at least.
    package var leastPasswordLength: Int { office.rules.passwordLength }

    /// Ends the user's other sessions, and links to choose another password; `keeping` is the secret of
    /// the session that stays.
    /// - Throws: `Refusal` with `passwordWrong` or `passwordTooWeak`, `tooManyAttempts`, `busy`.
    package func changePassword(
        from old: String, to new: String, keeping token: String, origin: Origin
    ) async throws {
        let (user, account) = try await office.database.read { [viewer] tx in
            let user = try tx.requireSelf(viewer)
            return (user, try tx.account(user.account))
        }
        let rules = PasswordRules(
            of: user.email, user.displayName, account?.name ?? "",
            shortest: office.rules.passwordLength)
        if var refusal = rules.refusal(of: new) {
            refusal.field = "new"
            throw refusal
        }
        // Counted with the sign-ins of the same address.
        let address = (try? EmailAddress(user.email))?.key ?? user.email
        let attempt = Attempt(address: address, from: origin, office: office)
        try await attempt.make { tx in
            try tx.credential(of: user.id, in: user.account).map { [$0] } ?? []
        } _: { credentials in
            guard let credential = try await attempt.matching(old, credentials).first else {
                throw Refusal.passwordWrong
            }
            try await replace(credential, by: new, keeping: token, attempt)
        }
    }

    private func replace(
        _ credential: Credential, by new: String, keeping token: String, _ attempt: Attempt
    ) async throws {
        let hash = try await office.passwords.hash(new)
        let kept = Secret(presented: token)?.hash ?? []
        try await office.database.write { tx in
            guard try tx.replacePassword(credential, by: hash) else {
                throw Refusal.passwordWrong
            }
            try tx.deleteSessions(of: credential.user, in: credential.account, except: kept)
            try tx.withdrawPasswordLinks(of: credential.user, in: credential.account)
            try attempt.succeed(in: tx)
        }
    }
}

extension Refusal {
    fileprivate static let passwordWrong = Refusal(
        .passwordWrong, "The old password is not right.", remedy: "Check it and try again.",
        field: "old")
}
