import Directory
import Glibc
import Logging
import Mail
import Store

/// One connection of a courier: a thread that takes a letter, sends it, and says what became of it.
struct LetterCarriage: Sendable {
    let office: Office
    let book: LetterBook
    let delays: RetryDelays

    /// Goes on until the book is closed.
    func run() {
        let delivery = office.post.carrier.open()
        var troubles = 0
        while let letter = book.take() {
            let change = send(letter, by: delivery, &troubles)
            book.finish(letter, change)
            if troubles > 0 { rest(after: troubles) }
        }
        delivery.close()
    }

    private func send(
        _ letter: StoredLetter, by delivery: any Delivery, _ troubles: inout Int
    ) -> LetterChange {
        guard let message = try? letter.message(office.post) else {
            return .failed(LetterAnswer(words: "No email can be sent to this address."))
        }
        let delivered = delivery.deliver(message) { try book.hold(letter) }
        switch delivered {
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
            return postponed(letter, trouble)
        }
    }

    private func postponed(_ letter: StoredLetter, _ trouble: Trouble) -> LetterChange {
        let now = office.clock.now()
        let next = delays.next(after: letter.attempts, since: letter.createdAt, at: now)
        guard let next else { return .failed(trouble.answer) }
        return .postponed(until: next, trouble.answer)
    }

    /// A server that lets nobody in isn't asked again for each letter.
    private func rest(after troubles: Int) {
        let most = office.rules.courierRest * Int64(min(troubles, 12))
        var rested: Int64 = 0
        while rested < most, !book.isClosed {
            usleep(100_000)
            rested += 100
        }
    }
}

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
