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
        var (notes, room) = book.turn()
        room = min(room, allowance(at: now))
        let looksAfter =
            now < renewed || now >= renewed.adding(seconds: max(1, office.rules.lease / 3))
        guard !notes.isEmpty || room > 0 || looksAfter else { return false }
        do {
            let done = try await keep(notes, room: room, looksAfter: looksAfter, at: now)
            if looksAfter { renewed = now }
            sentThisMinute += done.letters.count
            book.answer(done.held, adding: done.letters)
            // Behind those that went out of date there may be others.
            if done.claimed > done.letters.count { office.letterBell.ring() }
            return done.claimed > 0
        } catch {
            office.logger.error("the work on letters stopped", metadata: ["error": "\(error)"])
            book.fail(notes)
            try? await Task.sleep(for: .seconds(1))
            return false
        }
    }

    private struct Kept: Sendable {
        var held: [Int: Timestamp?] = [:]
        var letters: [StoredLetter] = []
        /// The letters, and those that went out of date.
        var claimed = 0
    }

    /// Letters that one transaction looks at.
    private static let most = 1_000

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
                let isHeld = try tx.note(note.change, of: note.letter, by: lease, at: now)
                if note.change == .bodySent {
                    kept.held[note.number] = .some(isHeld ? lease.until : nil)
                }
            }
            try Self.take(room, for: lease, at: now, &kept, tx)
            return kept
        }
    }

    /// Takes letters on, and ends those that went out of date while they waited.
    private static func take(
        _ room: Int, for lease: Lease, at now: Timestamp, _ kept: inout Kept,
        _ tx: any Transaction
    ) throws {
        while kept.letters.count < room, kept.claimed < most {
            let claimed = try tx.claimLetters(lease, limit: room - kept.letters.count, at: now)
            if claimed.isEmpty { break }
            kept.claimed += claimed.count
            for letter in claimed {
                if let end = letter.end(at: now) {
                    _ = try tx.note(end, of: letter, by: lease, at: now)
                } else {
                    kept.letters.append(letter)
                }
            }
        }
    }

    /// How many more letters may be taken on in this minute.
    private mutating func allowance(at now: Timestamp) -> Int {
        guard office.rules.lettersPerMinute > 0 else { return .max }
        if now < minute || now >= minute.adding(seconds: 60) {
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

extension StoredLetter {
    /// Why it isn't sent any more; nil if it is.
    fileprivate func end(at now: Timestamp) -> LetterChange? {
        guard isCurrent else { return .cancelled }
        guard mailing.expires <= now else { return nil }
        return .failed(LetterAnswer(words: "Its link ended before the email could be sent."))
    }
}
