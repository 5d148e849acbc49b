import Directory
import Logging
import Store
import Synchronization

/// What the connections of a courier share: the letters that are to go out, and what is to be noted
/// about those that went. The threads wait here, each for an answer of its own; the book's keeper never
/// does.
final class LetterBook: Sendable {
    struct Note: Sendable {
        let letter: StoredLetter
        let change: LetterChange
        /// Where its writer looks for the answer.
        let number: Int
    }

    fileprivate struct Contents {
        var waiting: ArraySlice<StoredLetter> = []
        /// Of threads that have nothing to do.
        var idle: [Question<StoredLetter?>] = []
        var inHands = 0
        /// Of those in hands, who come after the ones that are sent.
        var ahead = 0
        var notes: [Note] = []
        /// Of threads that hold a final dot back, by their notes' numbers.
        var held: [Int: Question<Timestamp?>] = [:]
        var nextNumber = 0
        var isClosed = false
    }

    private let contents = Mutex(Contents())
    private let bell: Bell
    private let connections: Int

    init(bell: Bell, connections: Int) {
        self.bell = bell
        self.connections = connections
    }

    /// Asks for the next letter. The answer is nil once the book is closed.
    func take() -> Question<StoredLetter?> {
        let question = Question<StoredLetter?>()
        let runsLow = contents.withLock { book in
            book.idle.append(question)
            book.handOut()
            return book.waiting.isEmpty && !book.isClosed
        }
        if runsLow { bell.ring() }
        return question
    }

    /// One more letter for a thread that has one in its hands, if there are more than the other threads
    /// will take in a moment.
    func takeAhead() -> StoredLetter? {
        contents.withLock { book in
            guard book.waiting.count > connections, !book.isClosed else { return nil }
            book.inHands += 1
            book.ahead += 1
            return book.waiting.removeFirst()
        }
    }

    /// Back to those that wait, as it was taken.
    func putBack(_ letter: StoredLetter) {
        contents.withLock { book in
            book.inHands -= 1
            book.waiting = [letter] + book.waiting
            book.handOut()
        }
    }

    /// Notes that the final dot is about to go out. The answer comes when that is on the disk: until when
    /// it may, or nil if it must not. The keeper is waked once half of the connections have come so far,
    /// and writes for them while the others speak with the server; who doesn't want to wait rings.
    func hold(_ letter: StoredLetter) -> Question<Timestamp?> {
        let question = Question<Timestamp?>()
        let areMany = contents.withLock { book in
            book.held[book.append(letter, .bodySent)] = question
            return book.held.count * 2 >= book.inHands - book.ahead
        }
        if areMany { bell.ring() }
        return question
    }

    func ring() {
        bell.ring()
    }

    /// Notes what became of a letter; it will be on the disk before another of this thread's letters
    /// gets its dot. As long as there are more, that is soon, and one transaction less.
    func finish(_ letter: StoredLetter, _ change: LetterChange, isLast: Bool) {
        let isUrgent = contents.withLock { book in
            _ = book.append(letter, change)
            book.inHands -= 1
            if !isLast { book.ahead -= 1 }
            guard case .sent = change else { return true }
            return isLast && book.waiting.isEmpty
        }
        if isUrgent { bell.ring() }
    }

    /// Letters that the connections have before them at most, each.
    private static let stock = 16

    /// Takes all notes, and says how many more letters the connections could do with: many at once, or
    /// none.
    func turn() -> (notes: [Note], room: Int) {
        contents.withLock { book in
            defer { book.notes = [] }
            let most = connections * Self.stock
            let hasEnough = book.isClosed || book.waiting.count > most / 2
            return (book.notes, hasEnough ? 0 : most - book.waiting.count)
        }
    }

    /// What the keeper did with its notes, and new letters.
    func answer(_ held: [Int: Timestamp?], adding letters: [StoredLetter]) {
        let asked = contents.withLock { book in
            book.waiting += letters
            book.handOut()
            return held.map { (book.held.removeValue(forKey: $0.key), $0.value) }
        }
        // Whoever is waked looks into the book next.
        for (question, end) in asked { question?.give(end) }
    }

    /// The notes couldn't be kept: what waits for an answer hears no, the rest is tried again.
    func fail(_ notes: [Note]) {
        contents.withLock { book in
            for note in notes { book.held.removeValue(forKey: note.number)?.give(nil) }
            book.notes = notes.filter { $0.change != .bodySent } + book.notes
        }
    }

    func close() {
        contents.withLock { book in
            book.isClosed = true
            book.handOut()
        }
        bell.ring()
    }

    /// Nothing is left to do, or to note.
    var isIdle: Bool {
        contents.withLock { $0.waiting.isEmpty && $0.inHands == 0 && $0.notes.isEmpty }
    }

    /// Nothing is on its way, and nothing waits to be noted.
    var isSettled: Bool {
        contents.withLock { $0.inHands == 0 && $0.notes.isEmpty }
    }

    var isClosed: Bool { contents.withLock { $0.isClosed } }
}

extension LetterBook.Contents {
    /// Gives the idle threads what waits; once the book is closed, nothing.
    fileprivate mutating func handOut() {
        while let thread = idle.last {
            if isClosed {
                thread.give(nil)
            } else if waiting.isEmpty {
                return
            } else {
                inHands += 1
                thread.give(waiting.removeFirst())
            }
            idle.removeLast()
        }
    }

    fileprivate mutating func append(_ letter: StoredLetter, _ change: LetterChange) -> Int {
        nextNumber += 1
        notes.append(LetterBook.Note(letter: letter, change: change, number: nextNumber))
        return nextNumber
    }
}
