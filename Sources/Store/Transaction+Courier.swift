package import Directory

extension Transaction {
    /// Takes letters that are due and that nobody holds, those that wait longest first; from now on
    /// the lease's owner does.
    package func claimLetters(_ lease: Lease, limit: Int, at now: Timestamp) throws
        -> [StoredLetter]
    {
        let claimed = try all(
            """
            UPDATE letters SET state = 'sending', attempts = attempts + 1, changed_at = \(now),
                begun_at = coalesce(begun_at, \(now)),
                lease_owner = \(lease.owner), lease_until = \(lease.until)
            WHERE (account_id, no) IN (
                SELECT account_id, no FROM letters
                WHERE state = 'queued' AND next_at <= \(now)
                ORDER BY next_at, account_id, no LIMIT \(limit))
            RETURNING account_id, no
            """
        ) { LetterID(account: ID($0.integer(0)), number: Int($0.integer(1))) }
        var last: StoredLetter?
        return try claimed.sorted { ($0.account, $0.number) < ($1.account, $1.number) }
            .compactMap { try letter($0, &last) }
    }

    /// Keeps everything that the owner holds.
    package func renewLetters(_ lease: Lease) throws {
        try run(
            """
            UPDATE letters SET lease_until = \(lease.until)
            WHERE state IN ('sending', 'body_sent') AND lease_until > 0
                AND lease_owner = \(lease.owner)
            """)
    }

    /// Letters whose courier has been silent for longer than its lease.
    package func abandonedLetters(limit: Int, at now: Timestamp) throws -> [StoredLetter] {
        try all(
            """
            SELECT \(StoredLetter.columns) FROM \(StoredLetter.tables)
            WHERE l.state IN ('sending', 'body_sent') AND l.lease_until <= \(now)
            ORDER BY l.lease_until LIMIT \(limit)
            """, StoredLetter.read)
    }

    /// Puts back what the owner took and didn't begin to send.
    package func letGoOfLetters(of owner: String) throws {
        try run(
            """
            UPDATE letters SET state = 'queued', lease_owner = NULL, lease_until = NULL
            WHERE state IN ('sending', 'body_sent') AND state = 'sending' AND lease_until > 0
                AND lease_owner = \(owner)
            """)
    }

    /// Notes what became of a letter; answers false, and changes nothing, if the letter isn't in this
    /// courier's hands any more. The body may go only out of its hands: of a letter that went out of
    /// date, `bodySent` changes nothing.
    package func note(
        _ change: LetterChange, of letter: StoredLetter, by lease: Lease, at now: Timestamp
    ) throws -> Bool {
        let isHeld =
            try change == .bodySent
            ? holdForDot(letter, by: lease, at: now)
            : finish(letter, by: change, lease.owner, at: now)
        guard isHeld, let welcome = change.welcome, letter.mailing.kind == .welcome else {
            return isHeld
        }
        try noteWelcome(welcome, of: letter, words: change.answer.words, at: now)
        return true
    }

    private func holdForDot(_ letter: StoredLetter, by lease: Lease, at now: Timestamp) throws
        -> Bool
    {
        let kind = letter.mailing.kind
        return try run(
            """
            UPDATE letters SET state = 'body_sent', changed_at = \(now),
                lease_until = \(lease.until)
            WHERE account_id = \(letter.id.account) AND no = \(letter.id.number)
                AND state = 'sending' AND lease_owner = \(lease.owner) AND attempts = \(letter.attempts)
                AND EXISTS (SELECT 1 FROM invitations i JOIN users u
                    ON u.account_id = i.account_id AND u.id = i.user_id
                    WHERE i.account_id = letters.account_id AND i.user_id = letters.user_id
                        AND i.kind = \(kind) AND i.version = letters.version
                        AND i.used_at IS NULL AND i.expires_at > \(now)
                        AND (i.kind = 'password' OR u.registered_at IS NULL))
            """) == 1
    }

    private func finish(
        _ letter: StoredLetter, by change: LetterChange, _ owner: String, at now: Timestamp
    ) throws -> Bool {
        var due: Timestamp?
        if case .postponed(let until, _) = change { due = until }
        return try run(
            """
            UPDATE letters SET state = \(change.state), changed_at = \(now),
                next_at = coalesce(\(due), next_at), code = \(change.answer.code),
                words = \(change.answer.words), lease_owner = NULL, lease_until = NULL
            WHERE account_id = \(letter.id.account) AND no = \(letter.id.number)
                AND state IN ('sending', 'body_sent') AND lease_owner = \(owner)
                AND attempts = \(letter.attempts)
            """) == 1
    }

    /// Only the newest letter counts.
    private func noteWelcome(
        _ state: WelcomeState, of letter: StoredLetter, words: String, at now: Timestamp
    ) throws {
        let shown = state == .sent ? nil : words
        try run(
            """
            UPDATE users SET welcome = \(state.rawValue), welcome_at = \(now),
                welcome_words = \(shown)
            WHERE account_id = \(letter.id.account) AND id = \(letter.user)
                AND EXISTS (SELECT 1 FROM invitations i
                    WHERE i.account_id = users.account_id AND i.user_id = users.id
                        AND i.kind = 'welcome' AND i.version = \(letter.version))
            """)
    }

    /// Ends the wait for a courier who doesn't answer: what wasn't out yet waits again, and what may
    /// have been delivered is never repeated by itself.
    package func settleAbandoned(_ letter: StoredLetter, at now: Timestamp) throws {
        let owner = try first(
            """
            SELECT lease_owner FROM letters
            WHERE account_id = \(letter.id.account) AND no = \(letter.id.number)
            """
        ) { $0.isNull(0) ? nil : $0.text(0) }
        guard let owner = owner ?? nil else { return }
        let change: LetterChange =
            letter.state == .bodySent
            ? .unknown(
                LetterAnswer(words: "The server was stopped while it sent this email."))
            : .postponed(until: now, LetterAnswer())
        _ = try note(change, of: letter, by: Lease(owner: owner, until: now), at: now)
    }
}
