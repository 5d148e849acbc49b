import Directory
import Logging
import Store

/// Keeps what a courier's connections note, and brings them new letters: everything that came up
/// since the last time, in one transaction.
struct LetterKeeper {
    private let office: Office
    private let owner: String
    private let book: LetterBook
    private var renewed = Timestamp(0)
    private var minute = Timestamp(0)
    private var sentThisMinute = 0

    init(office: Office, owner: String, book: LetterBook) {
        self.office = office
        self.owner = owner
        self.book = book
    }

    /// One transaction; answers whether letters were taken on.
    mutating func turn() async -> Bool {
        let now = office.clock.now()
        let (notes, room) = book.turn(
            room: min(allowance(at: now), 4 * office.rules.courierConnections))
        let looksAfter = now >= renewed.adding(seconds: max(1, office.rules.lease / 3))
        guard !notes.isEmpty || room > 0 || looksAfter else { return false }
        do {
            let done = try await keep(notes, room: room, looksAfter: looksAfter, at: now)
            if looksAfter { renewed = now }
            sentThisMinute += done.letters.count
            book.answer(done.held, adding: done.letters)
            return !done.letters.isEmpty
        } catch {
            office.logger.error("the work on letters stopped", metadata: ["error": "\(error)"])
            book.fail(notes)
            try? await Task.sleep(for: .seconds(1))
            return false
        }
    }

    private struct Kept: Sendable {
        var held: [Int: Bool] = [:]
        var letters: [StoredLetter] = []
    }

    private func keep(
        _ notes: [LetterBook.Note], room: Int, looksAfter: Bool, at now: Timestamp
    ) async throws -> Kept {
        let lease = Lease(owner: owner, until: now.adding(seconds: office.rules.lease))
        let rules = office.rules
        return try await office.database.write { tx in
            var kept = Kept()
            if notes.isEmpty || looksAfter { try tx.grantPasswordWishes(rules, at: now) }
            if looksAfter {
                try tx.renewLetters(lease)
                for letter in try tx.abandonedLetters(limit: 1_000, at: now) {
                    try tx.settleAbandoned(letter, at: now)
                }
            }
            for note in notes {
                let isHeld = try tx.note(note.change, of: note.letter, by: lease.owner, at: now)
                if note.change == .bodySent { kept.held[note.number] = isHeld }
            }
            guard room > 0 else { return kept }
            for letter in try tx.claimLetters(lease, limit: room, at: now) {
                if letter.isCurrent, letter.mailing.expires > now {
                    kept.letters.append(letter)
                } else {
                    _ = try tx.note(.cancelled, of: letter, by: lease.owner, at: now)
                }
            }
            return kept
        }
    }

    /// How many more letters may be taken on in this minute.
    private mutating func allowance(at now: Timestamp) -> Int {
        guard office.rules.lettersPerMinute > 0 else { return .max }
        if now >= minute.adding(seconds: 60) {
            minute = now
            sentThisMinute = 0
        }
        return max(0, office.rules.lettersPerMinute - sentThisMinute)
    }

    /// Gives what is on its way a few seconds, and puts back what wasn't begun. What is still on its
    /// way then is settled when the lease has run out, by whoever looks next.
    mutating func close() async {
        let end = ContinuousClock.now + .seconds(5)
        while !book.isSettled, ContinuousClock.now < end {
            _ = await turn()
            try? await Task.sleep(for: .milliseconds(20))
        }
        _ = await turn()
        do {
            try await office.database.write { [owner] in try $0.letGoOfLetters(of: owner) }
        } catch {
            office.logger.error("letters weren't put back", metadata: ["error": "\(error)"])
        }
    }
}
