/// What became of a message, as far as is known.
package enum Delivered: Sendable, Equatable {
    /// The server has it, and says so.
    case accepted(SMTPReply)
    /// The server hasn't got it, and may take it later.
    case postponed(Trouble)
    /// The server won't ever take it.
    case refused(Trouble)
    /// The final dot is out and no answer came: the server may have it or not.
    case uncertain(Trouble)
}

/// An answer of an SMTP server.
package struct SMTPReply: Sendable, Equatable {
    /// 200 to 599.
    package let code: Int
    /// Its words, line by line.
    package let lines: [String]

    package init(code: Int, lines: [String]) {
        self.code = code
        self.lines = lines
    }

    /// On one line, and no longer than people read.
    package var words: String {
        HeaderText(lines.joined(separator: " ")).text.cut
    }
}

/// What went wrong while a message was delivered, and where.
package struct Trouble: Error, Sendable, Equatable {
    /// The steps of a delivery, in their order.
    package enum Phase: String, Sendable, CaseIterable {
        case connect, greeting, hello, tls, signIn, sender, recipient, data, body, dot
    }

    package let phase: Phase
    /// Of the server's answer; 0 if there was none.
    package let code: Int
    /// The server's, or ours if it said nothing; on one line.
    package let words: String

    package init(phase: Phase, code: Int = 0, words: String) {
        self.phase = phase
        self.code = code
        self.words = HeaderText(words).text.cut
    }

    init(_ phase: Phase, _ reply: SMTPReply) {
        self.init(phase: phase, code: reply.code, words: reply.words)
    }
}

extension String {
    /// A server may say very much; it is kept with each letter.
    fileprivate var cut: String { String(prefix(500)) }
}
