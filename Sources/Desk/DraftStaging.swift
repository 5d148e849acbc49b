import Directory
import Imports
import Store

/// Brings the rows of a spreadsheet into a draft that nobody sees before the last one is there.
struct DraftStaging {
    let desk: AccountDesk
    let draft: DraftID
    let owner: String
    private var lists = ListRules()
    private var reading = DraftReading()

    /// Rows that are stored first. Each chunk is half as large again as the one before it, up to the
    /// setting: the next is read by the time that this one is stored.
    private var firstChunk: Int { min(512, desk.office.rules.stageChunk) }

    init(at desk: AccountDesk, _ draft: DraftID, owner: String) {
        self.desk = desk
        self.draft = draft
        self.owner = owner
    }

    /// - Throws: `Refusal` if the file can't be read, `LeaseLost` if somebody swept the draft away.
    mutating func stage(_ upload: Upload) async throws {
        let feed = try await feed(of: upload)
        var size = firstChunk
        var chunk = try await feed.next(limit: size)
        while !chunk.rows.isEmpty {
            let larger = min(size + size / 2 + 1, desk.office.rules.stageChunk)
            async let following = feed.next(limit: larger)
            try await store(chunk)
            chunk = try await following
            size = larger
        }
        reading.read = lists.count
        reading.sheet = chunk.sheet
        reading.place = chunk.place
        reading.otherColumns = chunk.otherColumns
        reading.blank = chunk.blank
        try await settleRepeated()
        try await open()
    }

    private mutating func feed(of upload: Upload) async throws -> RowFeed {
        let account = draft.account
        let users = try await desk.office.database.read { tx in
            let hash = try tx.addressHash()
            var taken: Set<Int64> = []
            try tx.eachUserKey(of: account) { taken.insert(hash($0)) }
            return (hash: hash, taken: taken, revision: try tx.usersRevision(of: account))
        }
        reading.usersRevision = users.revision
        return RowFeed(
            of: upload, within: desk.office.rules.limits, hash: users.hash, taken: users.taken)
    }

    private mutating func store(_ chunk: RowFeed.Chunk) async throws {
        let position = lists.count
        let taken = try await write { [draft] tx in
            var rows = chunk.rows
            let taken = try chunk.suspects.filter { place in
                try tx.isTaken(rows[place].emailKey ?? "", in: draft.account)
            }
            for place in taken { rows.mark(.emailTaken, at: place) }
            try tx.stage(rows, at: position, of: draft)
            return taken
        }
        for (row, hash) in zip(chunk.rows.marks, chunk.hashes) { lists.add(row, hash: hash) }
        for place in taken { lists.mark(.emailTaken, at: position + place) }
        reading.lastRow = chunk.rows.marks.reduce(reading.lastRow) { max($0, $1.number) }
    }

    private mutating func settleRepeated() async throws {
        lists.sort()
        let repeated = try await twins(among: lists.probableTwins()).sorted()
        for position in repeated { lists.mark(.emailRepeated, at: Int(position)) }
        for part in parts(of: repeated) {
            try await write { [draft] in try $0.mark(.emailRepeated, at: part, of: draft) }
        }
        for part in parts(of: lists.places) {
            try await write { [draft] in try $0.stage(part, of: draft) }
        }
    }

    /// Those whose addresses are the same indeed.
    private func twins(among groups: [[Int32]]) async throws -> [Int32] {
        guard !groups.isEmpty else { return [] }
        return try await desk.office.database.read { [draft] tx in
            try groups.flatMap { group in
                let keys = try group.map { try tx.emailKey(at: Int($0), of: draft) }
                let counts = Dictionary(grouping: keys) { $0 }.mapValues(\.count)
                return zip(group, keys).filter { counts[$1] ?? 0 > 1 }.map(\.0)
            }
        }
    }

    private func parts<Element>(of all: [Element]) -> [ArraySlice<Element>] {
        let size = desk.office.rules.stageChunk
        return stride(from: 0, to: all.count, by: size).map {
            all[$0..<min($0 + size, all.count)]
        }
    }

    private func open() async throws {
        let tally = lists.tally()
        let end = desk.draftEnd
        try await desk.office.database.write { [desk, draft, reading, owner] tx in
            try tx.requireAdministration(of: draft.account, by: desk.viewer)
            try tx.open(draft, reading, tally, owner: owner, until: end)
        }
    }

    /// One transaction that holds the draft on, and in which the right still stands. It needn't
    /// outlive a power cut before the draft is open.
    private func write<Answer: Sendable>(
        _ work: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws -> Answer {
        let lease = desk.lease(owner)
        return try await desk.office.database.writeAhead { [desk, draft] tx in
            try tx.requireAdministration(of: draft.account, by: desk.viewer)
            try tx.holdReading(draft, lease)
            return try work(tx)
        }
    }
}
