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
        var waiting: [StoredLetter] = []
        /// Of threads that have nothing to do.
        var idle: [Question<StoredLetter?>] = []
        var inHands = 0
        var notes: [Note] = []
        /// Of threads that hold a final dot back, by their notes' numbers.
        var held: [Int: Question<Bool>] = [:]
        var nextNumber = 0
        var isClosed = false
    }

    private let contents = Mutex(Contents())
    private let bell: Bell

    init(bell: Bell) {
        self.bell = bell
    }

    /// The next letter; holds the thread until there is one. nil when the book is closed.
    func take() -> StoredLetter? {
        let question = Question<StoredLetter?>()
        let runsLow = contents.withLock { book in
            book.idle.append(question)
            book.handOut()
            return book.waiting.count < book.inHands
        }
        if runsLow { bell.ring() }
        return question.wait()
    }

    /// Notes that the final dot is about to go out, and holds the thread until that is on the disk.
    /// - Throws: `NotHeld` if it must not.
    func hold(_ letter: StoredLetter) throws {
        let question = Question<Bool>()
        contents.withLock { book in
            book.held[book.append(letter, .bodySent)] = question
        }
        bell.ring()
        guard question.wait() else { throw NotHeld() }
    }

    /// Notes what became of a letter; it will be on the disk before another of this thread's letters
    /// gets its dot. As long as there are more, that is soon, and one transaction less.
    func finish(_ letter: StoredLetter, _ change: LetterChange) {
        let isUrgent = contents.withLock { book in
            _ = book.append(letter, change)
            book.inHands -= 1
            guard case .sent = change else { return true }
            return book.waiting.isEmpty
        }
        if isUrgent { bell.ring() }
    }

    /// Takes all notes, and says how many more letters the connections could do with.
    func turn(room: Int) -> (notes: [Note], room: Int) {
        contents.withLock { book in
            defer { book.notes = [] }
            return (book.notes, book.isClosed ? 0 : max(0, room - book.waiting.count))
        }
    }

    /// What the keeper did with its notes, and new letters.
    func answer(_ held: [Int: Bool], adding letters: [StoredLetter]) {
        contents.withLock { book in
            for (number, isHeld) in held { book.held.removeValue(forKey: number)?.give(isHeld) }
            book.waiting += letters
            book.handOut()
        }
    }

    /// The notes couldn't be kept: what waits for an answer hears no, the rest is tried again.
    func fail(_ notes: [Note]) {
        contents.withLock { book in
            for note in notes { book.held.removeValue(forKey: note.number)?.give(false) }
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

/// The letter isn't in this courier's hands any more, or went out of date: its dot must not go out.
struct NotHeld: Error {}
