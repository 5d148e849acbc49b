package import Directory

extension Transaction {
    /// What this request did, if it was made before, and what it chose then.
    package func outcome(ofRequest request: String, in account: ID<Account>) throws
        -> (outcome: MailingOutcome, chosen: String)?
    {
        try first(
            """
            SELECT queued, registered, chosen FROM mailings
            WHERE account_id = \(account) AND request_id = \(request)
            """
        ) { row in
            let outcome = MailingOutcome(
                queued: Int(row.integer(0)), registered: Int(row.integer(1)))
            return (outcome, row.text(2))
        }
    }

    package func letterWords(of account: ID<Account>) throws -> StoredWords {
        try first(
            """
            SELECT subject, greeting, reply_to FROM letter_words WHERE account_id = \(account)
            """
        ) { StoredWords(subject: $0.text(0), greeting: $0.text(1), replyTo: $0.text(2)) }
            ?? StoredWords()
    }

    package func setLetterWords(_ words: StoredWords, of account: ID<Account>) throws {
        try run(
            """
            INSERT INTO letter_words (account_id, subject, greeting, reply_to)
            VALUES (\(account), \(words.subject), \(words.greeting), \(words.replyTo))
            ON CONFLICT (account_id) DO UPDATE SET subject = excluded.subject,
                greeting = excluded.greeting, reply_to = excluded.reply_to
            """)
    }

    /// Invites those of `chosen` who have not registered, each by one letter: everything at once,
    /// or nothing. Only after `outcome` and `counts` in the same transaction.
    package func queue(
        _ mailing: Mailing, to chosen: ChosenUsers, counts: ChosenCounts, in account: ID<Account>,
        by viewer: Viewer?, at now: Timestamp
    ) throws -> MailingOutcome {
        let outcome = MailingOutcome(
            queued: counts.all - counts.registered, registered: counts.registered)
        let numbers = try takeNumbers(letters: outcome.queued, in: account)
        try insert(mailing, numbers.mailing, outcome, in: account, by: viewer, at: now)
        guard outcome.queued > 0 else { return outcome }
        let invited: SQL = """
            \(chosen.condition(in: account, dialect)) AND registered_at IS NULL
            """
        try keepPages(mebibytes: 16)
        try invite(invited, by: mailing, at: now)
        try insertLetters(to: invited, of: mailing.kind, numbers, at: now)
        try noteWaiting(invited, at: now)
        try keepPages(mebibytes: 2)
        return outcome
    }

    /// Queues one letter that its user asked for: it goes before those of many.
    package func queue(
        _ mailing: Mailing, to user: ID<User>, in account: ID<Account>, at now: Timestamp
    ) throws {
        let numbers = try takeNumbers(letters: 1, in: account)
        let outcome = MailingOutcome(queued: 1, registered: 0)
        try insert(mailing, numbers.mailing, outcome, in: account, by: nil, at: now)
        let invited: SQL = "account_id = \(account) AND id = \(user)"
        try invite(invited, by: mailing, at: now)
        try insertLetters(to: invited, of: mailing.kind, numbers, at: now, dueAt: Timestamp(0))
        if mailing.kind == .welcome { try noteWaiting(invited, at: now) }
    }

    private func noteWaiting(_ users: SQL, at now: Timestamp) throws {
        try run(
            """
            UPDATE users SET welcome = 1, welcome_at = \(now), welcome_words = NULL
            WHERE \(users)
            """)
    }

    /// The number of the mailing and that of its first letter.
    func takeNumbers(letters: Int, in account: ID<Account>) throws
        -> (mailing: Int64, letter: Int64)
    {
        let taken = try first(
            """
            UPDATE accounts SET next_mailing = next_mailing + 1,
                next_letter = next_letter + \(letters)
            WHERE id = \(account) RETURNING next_mailing - 1, next_letter - \(letters)
            """
        ) { (mailing: $0.integer(0), letter: $0.integer(1)) }
        guard let taken else { throw Refusal.noSuchAccount }
        return taken
    }

    func insert(
        _ mailing: Mailing, _ number: Int64, _ outcome: MailingOutcome, in account: ID<Account>,
        by viewer: Viewer?, at now: Timestamp
    ) throws {
        try run(
            """
            INSERT INTO mailings (account_id, no, request_id, kind, queued, registered,
                account_name, inviter, inviter_email, subject, greeting, reply_to, expires_at, created_at,
                created_by, created_home, chosen)
            VALUES (\(account), \(number), \(mailing.request), \(mailing.kind), \(outcome.queued),
                \(outcome.registered), \(mailing.accountName), \(mailing.inviter),
                \(mailing.inviterEmail),
                \(mailing.words.subject), \(mailing.words.greeting), \(mailing.words.replyTo),
                \(mailing.expires), \(now), \(viewer?.user), \(viewer?.home), \(mailing.chosen))
            """)
    }

    /// Who has an invitation keeps it under its next version: the links of letters before it die.
    func invite(_ users: SQL, by mailing: Mailing, at now: Timestamp) throws {
        try run(
            """
            INSERT INTO invitations (id, account_id, user_id, kind, version, created_at, expires_at)
            SELECT \(dialect.randomID), account_id, id, \(mailing.kind), 1, \(now),
                \(mailing.expires)
            FROM users WHERE \(users)
            ON CONFLICT (account_id, user_id, kind) DO UPDATE SET
                version = invitations.version + 1, created_at = excluded.created_at,
                expires_at = excluded.expires_at, used_at = NULL
            """)
    }

    func insertLetters(
        to users: SQL, of kind: InvitationKind, _ numbers: (mailing: Int64, letter: Int64),
        at now: Timestamp, dueAt due: Timestamp? = nil
    ) throws {
        try run(
            """
            INSERT INTO letters (account_id, no, mailing, user_id, version, address, name, state,
                changed_at, next_at)
            SELECT account_id, \(numbers.letter) - 1 + row_number() OVER (ORDER BY id),
                \(numbers.mailing), id,
                (SELECT version FROM invitations WHERE invitations.account_id = users.account_id
                    AND user_id = users.id AND kind = \(kind)),
                email, display_name, 'queued', \(now), \(due ?? now)
            FROM users WHERE \(users)
            """)
    }
}

extension Dialect {
    fileprivate var randomID: SQL { SQL(stringLiteral: sixteenRandomBytes) }
}
