import Directory
import Store

/// One try of a password: allowed, counted, and only then hashed.
///
/// Counting comes first and in a transaction, so that a thousand guesses at once get no further
/// than the few that a person has.
struct Attempt: Sendable {
    let office: Office
    let keys: AttemptKeys

    init(address: String, from origin: Origin, office: Office) {
        self.office = office
        keys = AttemptKeys(address: address, source: origin.source, at: office.clock.now())
    }

    /// Counts the attempt, finds what to compare with, and lets `work` compare.
    /// - Throws: `Refusal` with `tooManyAttempts` or `busy`; then nothing was counted.
    func make<Answer: Sendable>(
        finding credentials: @escaping @Sendable (any Transaction) throws -> [Credential],
        _ work: @Sendable ([Credential]) async throws -> Answer
    ) async throws -> Answer {
        try await requireAllowed()
        return try await office.passwords.withPlace {
            let found = try await office.database.write { [keys, clock = office.clock] tx in
                let now = clock.now()
                try tx.count(keys.address, by: .address, at: now)
                try tx.count(keys.source, by: .source, at: now)
                return try credentials(tx)
            }
            return try await work(found)
        }
    }

    /// Those whose password it is. Where there is nothing to compare with, a hash is made all the
    /// same: time must not tell which addresses are known.
    func matching(_ password: String, _ credentials: [Credential]) async throws -> [Credential] {
        var right: [Credential] = []
        for credential in credentials
        where try await office.passwords.matches(password, credential.passwordHash) {
            right.append(credential)
        }
        if credentials.isEmpty { try await office.passwords.matchesNobody(password) }
        return right
    }

    /// Takes the count back: it was the right password.
    func succeed(in tx: any Transaction) throws {
        try tx.forgetAttempts(keys.address)
        try tx.uncountAttempt(keys.source)
    }

    /// Declines without writing anything, so that whoever keeps trying costs little.
    private func requireAllowed() async throws {
        let now = office.clock.now()
        let end = try await office.database.read { [keys] in
            try $0.attemptsDeclined([keys.address, keys.source])
        }
        if let end, end > now { throw Throttle.refusal(until: end, at: now) }
    }
}

extension Transaction {
    fileprivate func count(_ key: String, by throttle: Throttle, at now: Timestamp) throws {
        let counted = try countAttempt(key)
        guard counted.until <= now else { throw Throttle.refusal(until: counted.until, at: now) }
        try declineAttempts(key, until: throttle.end(after: counted.failures, at: now))
    }
}
