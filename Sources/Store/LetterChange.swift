package import Directory

/// What became of a letter, in the words of the mail server where it spoke.
package enum LetterChange: Sendable, Equatable {
    /// The body is out, and the final dot is about to be.
    case bodySent
    case sent(LetterAnswer)
    /// Not delivered; to be tried again at a time.
    case postponed(until: Timestamp, LetterAnswer)
    case failed(LetterAnswer)
    /// The final dot may have gone out, and no answer came.
    case unknown(LetterAnswer)
    /// Out of date before it was sent.
    case cancelled

    var state: LetterState {
        switch self {
        case .bodySent: .bodySent
        case .sent: .sent
        case .postponed: .queued
        case .failed: .failed
        case .unknown: .unknown
        case .cancelled: .cancelled
        }
    }

    var answer: LetterAnswer {
        switch self {
        case .bodySent, .cancelled: LetterAnswer()
        case .sent(let answer), .postponed(_, let answer), .failed(let answer),
            .unknown(let answer):
            answer
        }
    }

    /// What the user's list says then; nil if the same as before.
    var welcome: WelcomeState? {
        switch self {
        case .bodySent, .cancelled: nil
        case .sent: .sent
        case .postponed: .waiting
        case .failed: .failed
        case .unknown: .unknown
        }
    }
}

/// A mail server's code, 0 if it said nothing, and words for people.
package struct LetterAnswer: Sendable, Equatable {
    package let code: Int
    package let words: String

    package init(code: Int = 0, words: String = "") {
        self.code = code
        self.words = words
    }
}
