import Directory
import Logging
import Store

/// What the connections of a courier share: the letters that are to go out, and what is to be noted
/// about those that went. Guards its contents; the threads wait here, the book's keeper never does.
final class LetterBook: Sendable {
    struct Note: Sendable {
        let letter: StoredLetter
        let change: LetterChange
        /// Where its writer looks for the answer.
        let number: Int
    }

    fileprivate struct Contents {
        var waiting: [StoredLetter] = []
        var inHands = 0
        var notes: [Note] = []
        var answers: [Int: Bool] = [:]
        var nextNumber = 0
        var isClosed = false
    }

    private let contents = Monitor(Contents())
    private let bell: Bell

    init(bell: Bell) {
        self.bell = bell
    }

    /// The next letter; holds the thread until there is one. nil when the book is closed.
    func take() -> StoredLetter? {
        let taken: StoredLetter?? = contents.wait { book in
            if book.isClosed { return .some(nil) }
            guard !book.waiting.isEmpty else { return nil }
            book.inHands += 1
            return book.waiting.removeFirst()
        }
        bell.ring()
        return taken ?? nil
    }

    /// Notes that the final dot is about to go out, and holds the thread until that is on the disk.
    /// - Throws: `NotHeld` if it must not.
    func hold(_ letter: StoredLetter) throws {
        let number = contents.with { $0.append(letter, .bodySent) }
        bell.ring()
        let isHeld = contents.wait { $0.answers.removeValue(forKey: number) }
        guard isHeld else { throw NotHeld() }
    }

    /// Notes what became of a letter; it will be on the disk before another of this thread's letters
    /// gets its dot.
    func finish(_ letter: StoredLetter, _ change: LetterChange) {
        contents.with { book in
            _ = book.append(letter, change)
            book.inHands -= 1
        }
        bell.ring()
    }

    /// Takes all notes, and says how many more letters the connections could do with.
    func turn(room: Int) -> (notes: [Note], room: Int) {
        contents.with { book in
            defer { book.notes = [] }
            return (book.notes, book.isClosed ? 0 : max(0, room - book.waiting.count))
        }
    }

    /// What the keeper did with its notes, and new letters.
    func answer(_ held: [Int: Bool], adding letters: [StoredLetter]) {
        contents.with { book in
            book.answers.merge(held) { $1 }
            book.waiting += letters
        }
    }

    /// The notes couldn't be kept: what waits for an answer hears no, the rest is tried again.
    func fail(_ notes: [Note]) {
        contents.with { book in
            for note in notes where note.change == .bodySent { book.answers[note.number] = false }
            book.notes = notes.filter { $0.change != .bodySent } + book.notes
        }
    }

    func close() {
        contents.with { $0.isClosed = true }
        bell.ring()
    }

    /// Nothing is left to do, or to note.
    var isIdle: Bool {
        contents.with { $0.waiting.isEmpty && $0.inHands == 0 && $0.notes.isEmpty }
    }

    /// Nothing is on its way, and nothing waits to be noted.
    var isSettled: Bool {
        contents.with { $0.inHands == 0 && $0.notes.isEmpty }
    }

    var isClosed: Bool { contents.with { $0.isClosed } }
}

extension LetterBook.Contents {
    fileprivate mutating func append(_ letter: StoredLetter, _ change: LetterChange) -> Int {
        nextNumber += 1
        notes.append(LetterBook.Note(letter: letter, change: change, number: nextNumber))
        return nextNumber
    }
}

/// The letter isn't in this courier's hands any more, or went out of date: its dot must not go out.
struct NotHeld: Error {}
