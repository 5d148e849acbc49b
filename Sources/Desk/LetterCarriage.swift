import Directory
import Glibc
import Logging
import Mail
import Store

/// One connection of a courier: a thread that takes a letter, sends it, and says what became of it.
/// While the disk notes that a letter's dot may go out, the next letter is made.
final class LetterCarriage {
    private let office: Office
    private let book: LetterBook
    private let delays: RetryDelays
    private let delivery: any Delivery
    private var press: LetterPress
    /// In hands beside the one that is sent.
    private var ahead: ReadyLetter?
    private var troubles = 0

    init(office: Office, book: LetterBook, delays: RetryDelays) {
        self.office = office
        self.book = book
        self.delays = delays
        delivery = office.post.carrier.open()
        press = LetterPress(office.post)
    }

    /// Goes on until the book is closed.
    func run() {
        while let next = ahead ?? take() {
            ahead = nil
            let change = send(next)
            book.finish(next.letter, change, isLast: ahead == nil)
            if troubles > 0 || book.isClosed { putBack() }
            if troubles > 0 { rest() }
        }
        delivery.close()
    }

    /// Holds the thread until there is a letter. A connection that rests for long is closed.
    private func take() -> ReadyLetter? {
        let question = book.take()
        if !question.wait(milliseconds: office.rules.courierIdle * 1000) { delivery.close() }
        return question.wait().map { ReadyLetter($0, &press) }
    }

    private func putBack() {
        if let ahead { book.putBack(ahead.letter) }
        ahead = nil
    }

    private func send(_ ready: ReadyLetter) -> LetterChange {
        guard let message = ready.message else {
            return .failed(LetterAnswer(words: "No email can be sent to this address."))
        }
        switch delivery.deliver(message, bodySent: { try hold(ready.letter) }) {
        case .accepted(let reply):
            troubles = 0
            return .sent(LetterAnswer(code: reply.code, words: reply.words))
        case .refused(let trouble):
            troubles = 0
            return .failed(trouble.answer)
        case .uncertain(let trouble):
            // What loses the answer of one loses those of all: the fewer are on their way, the better.
            troubles += 1
            return .unknown(trouble.answer)
        case .postponed(let trouble):
            troubles = trouble.isOfTheServer ? troubles + 1 : 0
            return postponed(ready.letter, trouble)
        }
    }

    /// Comes back when the dot may go out.
    private func hold(_ letter: StoredLetter) throws {
        let answer = book.hold(letter)
        ahead = book.takeAhead().map { ReadyLetter($0, &press) }
        if !answer.wait(milliseconds: 1) { book.ring() }
        // A thread that was stopped for a while may have lost what it held.
        guard let end = answer.wait(), office.clock.now() < end else { throw NotHeld() }
        if let message = ahead?.message { delivery.announce(message) }
    }

    private func postponed(_ letter: StoredLetter, _ trouble: Trouble) -> LetterChange {
        let now = office.clock.now()
        let next = delays.next(after: letter.attempts, since: letter.begunAt, at: now)
        guard let next else { return .failed(trouble.answer) }
        return .postponed(until: next, trouble.answer)
    }

    /// A server that lets nobody in isn't asked again for each letter.
    private func rest() {
        let most = office.rules.courierRest * Int64(min(troubles, 12))
        var rested: Int64 = 0
        while rested < most, !book.isClosed {
            usleep(100_000)
            rested += 100
        }
    }
}

/// A letter and its message; nil if none can be made.
private struct ReadyLetter {
    let letter: StoredLetter
    let message: Message?

    init(_ letter: StoredLetter, _ press: inout LetterPress) {
        self.letter = letter
        message = try? press.message(of: letter)
    }
}

/// The letter isn't in this courier's hands any more, or went out of date: its dot must not go out.
struct NotHeld: Error {}

extension Trouble {
    fileprivate var answer: LetterAnswer { LetterAnswer(code: code, words: words) }

    /// It would be the same with any other letter. 421: the server closes the connection.
    fileprivate var isOfTheServer: Bool {
        switch phase {
        case .connect, .greeting, .hello, .tls, .signIn, .sender: true
        case .recipient, .data: code == 421 || code == 0
        case .body, .dot: code == 421
        }
    }
}
