package import Directory
import Store

extension FrontDesk {
    /// The same address may be registered in several accounts; each costs a hash.
    private static let accountsTried = 3

    /// Signs in; `account` chooses when the address has several.
    /// - Throws: `Refusal` with `signInWrong` (one sentence for every way of being wrong), `tooManyAttempts`, `busy`.
    package func signIn(
        email: String, password: String, account: ID<Account>?, from origin: Origin
    ) async throws -> SignIn {
        let key = (try? EmailAddress(email))?.key
        let attempt = Attempt(address: key ?? email, from: origin, office: office)
        return try await attempt.make { tx in
            guard let key else { return [] }
            return try tx.credentials(forKey: key, in: account, limit: Self.accountsTried)
        } _: { credentials in
            let right = try await attempt.matching(password, credentials)
            guard let first = right.first else { throw Refusal.signInWrong }
            if right.count > 1 { return try await choose(among: right, attempt) }
            return try await begin(first, password, attempt, from: origin)
        }
    }

    private func choose(among right: [Credential], _ attempt: Attempt) async throws -> SignIn {
        .choose(
            try await office.database.write { tx in
                try attempt.succeed(in: tx)
                return try right.compactMap { try tx.account($0.account) }
            })
    }

    /// A new secret at every sign-in; a hash of old parameters is made anew while the password is at hand.
    private func begin(
        _ credential: Credential, _ password: String, _ attempt: Attempt, from origin: Origin
    ) async throws -> SignIn {
        let isOutdated = office.passwords.isOutdated(credential.passwordHash)
        let renewed = isOutdated ? try await office.passwords.hash(password) : nil
        let secret = Secret.random()
        let now = office.clock.now()
        let session = try await office.database.write { [office] tx in
            // Nothing begins for a user who was deleted while the password was compared.
            guard
                let session = try tx.beginSession(
                    secret, for: credential, from: origin, office, at: now)
            else { throw Refusal.signInWrong }
            if let renewed { _ = try tx.replacePassword(credential, by: renewed) }
            try attempt.succeed(in: tx)
            return session
        }
        return .session(token: secret.text, session)
    }
}

extension Transaction {
    /// Begins a session of a user who still has this password; nil if nobody has.
    func beginSession(
        _ secret: Secret, for credential: Credential, from origin: Origin, _ office: Office,
        at now: Timestamp
    ) throws -> Session? {
        let begun = try beginSession(
            secret.hash, for: credential, at: now,
            until: office.rules.sessionEnd(begun: now, seen: now), source: origin.source,
            agent: String(origin.agent.prefix(200)))
        return begun ? try session(secret.hash).map { Session($0) } : nil
    }
}

extension Refusal {
    static let signInWrong = Refusal(
        .signInWrong, "The email or the password is not right.",
        remedy: "Check both and try again.")
}
