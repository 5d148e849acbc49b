package import Directory
package import Imports

/// What is known of a draft before its first row is read.
package struct DraftBeginning: Sendable {
    package let account: ID<Account>
    package let request: String
    package let by: Viewer
    package let fileName: String
    package let fileBytes: Int
    package let sha256: [UInt8]
    package let rulesVersion: Int
    package let at: Timestamp

    package init(
        account: ID<Account>, request: String, by: Viewer, fileName: String, fileBytes: Int,
        sha256: [UInt8], rulesVersion: Int, at: Timestamp
    ) {
        self.account = account
        self.request = request
        self.by = by
        self.fileName = fileName
        self.fileBytes = fileBytes
        self.sha256 = sha256
        self.rulesVersion = rulesVersion
        self.at = at
    }
}

/// Whoever reads or commits a draft holds it for some seconds, and again with each chunk.
package struct Lease: Sendable {
    package let owner: String
    package let until: Timestamp

    package init(owner: String, until: Timestamp) {
        self.owner = owner
        self.until = until
    }
}

/// Somebody else took the draft over, because its lease had run out.
package struct LeaseLost: Error {}

/// Where an address stands in a draft.
package struct AddressPlace: Sendable {
    package let hash: Int64
    package let position: Int32

    package init(hash: Int64, position: Int32) {
        self.hash = hash
        self.position = position
    }
}

/// Rows that one statement marks.
private let markedAtOnce = 64

extension Transaction {
    /// Makes a draft that nobody sees yet; nil when the request has one already.
    package func begin(_ beginning: DraftBeginning, _ lease: Lease) throws -> DraftID? {
        let number = try first(
            """
            UPDATE accounts SET next_draft = next_draft + 1 WHERE id = \(beginning.account)
            RETURNING next_draft - 1
            """
        ) { Int($0.integer(0)) }
        guard let number else { throw Refusal.noSuchAccount }
        let made = try run(
            """
            INSERT INTO drafts (account_id, no, request_id, state, started_by, started_home,
                file_name, file_bytes, sha256, rules_version, lease_owner, lease_until, created_at)
            VALUES (\(beginning.account), \(number), \(beginning.request), 'reading',
                \(beginning.by.user), \(beginning.by.home), \(beginning.fileName),
                \(beginning.fileBytes), \(beginning.sha256), \(beginning.rulesVersion),
                \(lease.owner), \(lease.until), \(beginning.at))
            ON CONFLICT (account_id, request_id) DO NOTHING
            """)
        return made == 1 ? DraftID(account: beginning.account, number: number) : nil
    }

    /// Drafts that somebody may still work at; what is being read counts too.
    package func openDrafts(in account: ID<Account>) throws -> Int {
        try first(
            """
            SELECT count(*) FROM drafts WHERE account_id = \(account)
                AND state IN ('reading', 'matching', 'open', 'committing')
            """
        ) { Int($0.integer(0)) } ?? 0
    }

    /// Holds the draft on while its rows are read.
    /// - Throws: `LeaseLost`.
    package func holdReading(_ draft: DraftID, _ lease: Lease) throws {
        let held = try run(
            """
            UPDATE drafts SET lease_until = \(lease.until)
            WHERE \(draft.itself) AND state = 'reading' AND lease_owner = \(lease.owner)
            """)
        if held == 0 { throw LeaseLost() }
    }

    /// Calls `body` with the address of each user of the account.
    package func eachUserKey(of account: ID<Account>, _ body: (String) -> Void) throws {
        try each("SELECT email_key FROM users WHERE account_id = \(account)") { body($0.text(0)) }
    }

    package func isTaken(_ key: String, in account: ID<Account>) throws -> Bool {
        try first(
            "SELECT 1 FROM users WHERE account_id = \(account) AND email_key = \(key)"
        ) { _ in true } ?? false
    }

    /// Adds a chunk of rows, the first at `position`; each gets the number of its future user.
    package func stage(_ rows: JudgedRows, at position: Int, of draft: DraftID) throws {
        let user = try reserveUsers(rows.count, in: draft.account)
        var numbers: [Int64] = []
        numbers.reserveCapacity(6 * rows.count)
        for (place, mark) in rows.marks.enumerated() {
            numbers.append(Int64(position + place))
            numbers.append(user + Int64(place))
            numbers.append(Int64(mark.number))
            numbers.append(Int64(mark.issues.rawValue))
            numbers.append(Int64(mark.hints.rawValue))
            numbers.append(mark.issues.isEmpty ? 0 : 1)
        }
        let columns: [(name: StaticString, source: TableRows.Source)] = [
            ("account_id", .same(.integer(draft.account.value))),
            ("draft_no", .same(.integer(Int64(draft.number)))), ("position", .number),
            ("user_id", .number), ("row_no", .number), ("first_name", .text), ("last_name", .text),
            ("name", .text), ("email", .text), ("role", .text), ("email_key", .textOrNull),
            ("issues", .number), ("hints", .number),
            ("state", .same(.text(DraftRow.State.here.rawValue))), ("was_faulty", .number),
        ]
        try insert(
            TableRows(
                rows.count, columns: columns, numbers: numbers, letters: rows.letters,
                ends: rows.ends),
            into: "draft_rows")
    }

    /// The first of `count` numbers that no user of the account has had.
    func reserveUsers(_ count: Int, in account: ID<Account>) throws -> Int64 {
        let next = try first(
            """
            UPDATE accounts SET next_user = next_user + \(count) WHERE id = \(account)
            RETURNING next_user
            """
        ) { $0.integer(0) }
        guard let next else { throw Refusal.noSuchAccount }
        return next - Int64(count)
    }

    /// Adds where addresses stand; sorted by hash, or it takes five times as long.
    package func stage(_ places: ArraySlice<AddressPlace>, of draft: DraftID) throws {
        let columns: [(name: StaticString, source: TableRows.Source)] = [
            ("account_id", .same(.integer(draft.account.value))),
            ("draft_no", .same(.integer(Int64(draft.number)))), ("hash", .number),
            ("position", .number),
        ]
        let numbers = places.flatMap { [$0.hash, Int64($0.position)] }
        try insert(
            TableRows(places.count, columns: columns, numbers: numbers), into: "draft_addresses")
    }

    package func emailKey(at position: Int, of draft: DraftID) throws -> String? {
        try first(
            "SELECT email_key FROM draft_rows WHERE \(draft.its) AND position = \(position)"
        ) { $0.text(0) }
    }

    /// Puts these issues on rows whose own rules found others.
    package func mark(_ issues: Issues, at positions: ArraySlice<Int32>, of draft: DraftID) throws {
        for start in stride(from: positions.startIndex, to: positions.endIndex, by: markedAtOnce) {
            let part = positions[start..<min(start + markedAtOnce, positions.endIndex)]
            try markTogether(issues, at: part, of: draft)
        }
    }

    /// The last position stands there again until the statement is full: it is always the same text.
    private func markTogether(
        _ issues: Issues, at positions: ArraySlice<Int32>, of draft: DraftID
    ) throws {
        guard let last = positions.last else { return }
        let all = positions + Array(repeating: last, count: markedAtOnce - positions.count)
        let list = all.dropFirst().reduce("\(positions[positions.startIndex])" as SQL) {
            $0 + ", \($1)"
        }
        try run(
            """
            UPDATE\(dialect.orRollback) draft_rows SET issues = issues | \(issues.rawValue), was_faulty = 1
            WHERE \(draft.its) AND position IN (\(list))
            """)
    }
}
