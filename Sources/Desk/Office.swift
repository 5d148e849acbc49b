package import Directory
package import Logging
package import Sheets
package import Store

/// What every desk stands on.
package struct Office: Sendable {
    package let database: any Database
    package let clock: WallClock
    package let rules: OfficeRules
    package let logger: Logger
    /// One queue of hashes for every desk.
    package let passwords: Passwords
    /// Few spreadsheets are read at once, so that everybody else's pages stay quick.
    let readings: WaitingLine
    /// A search looks at every row of a draft.
    let searches: WaitingLine
    /// For the reading and committing of spreadsheets: two threads for each, one that reads and
    /// one that stores. What people wait for with every click goes first.
    let bulk: Crew
    /// Wakes the committer.
    package let bell = Bell()
    /// Wakes the courier.
    package let letterBell = Bell()
    package let post: Correspondence

    /// - Parameter post: nil for a mailbox whose links no other process can make.
    package init(
        database: any Database, clock: WallClock, rules: OfficeRules, logger: Logger,
        post: Correspondence? = nil
    ) {
        self.post = post ?? .embedded(key: .random(), console: ConsoleAddress("http://localhost"))
        self.database = database
        self.clock = clock
        self.rules = rules
        self.logger = logger
        passwords = Passwords(rules: rules)
        bulk = Crew(threads: 2 * (rules.readingsAtOnce + 1), niceness: 5)
        readings = WaitingLine(
            atOnce: rules.readingsAtOnce, mayWait: rules.readingsWaiting, busy: .manyReadings)
        searches = WaitingLine(
            atOnce: rules.searchesAtOnce, mayWait: rules.searchesWaiting, busy: .manySearches)
    }
}

/// The limits and times a desk keeps; each is a setting.
package struct OfficeRules: Sendable {
    /// Seconds without a request after which a session ends, and seconds after which it ends anyway.
    package var sessionIdle: Int64 = 30 * 60
    package var sessionAbsolute: Int64 = 8 * 60 * 60
    /// Memory of one password hash, in KiB (argon2id; tests use less).
    package var hashMemory: UInt32 = 19 * 1024
    package var hashesAtOnce = 2
    package var hashesWaiting = 64
    package var readingsAtOnce = 2
    package var readingsWaiting = 16
    /// Searches in drafts, of all accounts together.
    package var searchesAtOnce = 2
    package var searchesWaiting = 32
    package var openDrafts = 50
    package var draftDays: Int64 = 30
    /// Rows that one transaction of a commit moves.
    package var commitChunk = 5_000
    /// For tests: milliseconds that the committer rests between chunks.
    package var commitPause: Int64 = 0
    /// Rows that one transaction stages while a spreadsheet is read.
    package var stageChunk = 5_000
    /// Seconds that a reader or committer holds a draft without renewing.
    package var lease: Int64 = 10
    /// The most that one spreadsheet may ask.
    package var limits = Limits()
    /// Where a file lies while it is read again.
    package var spoolDirectory = "/tmp"
    /// Hours that the link of a Welcome email works.
    package var invitationHours: Int64 = 7 * 24
    /// Minutes that the link for a forgotten password works.
    package var passwordLinkMinutes: Int64 = 60
    /// Characters that a password needs at least; a setting, never below 8.
    package var passwordLength = 15
    /// Connections to the mail server, each with a thread of its own.
    package var courierConnections = 4
    /// Letters that are begun in a minute; 0 for as many as go.
    package var lettersPerMinute = 0
    /// Hours for which a letter that isn't taken is tried again.
    package var courierHours: Int64 = 48
    /// Seconds after which a connection without a letter is closed.
    package var courierIdle = 60
    /// Seconds until a letter that isn't taken is tried again; then longer each time.
    package var courierRetry: Int64 = 60
    /// Milliseconds, times the troubles so far, that a connection rests when the server is away.
    package var courierRest: Int64 = 5_000

    package init() {}
}
