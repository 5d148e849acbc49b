extension Delivered {
    /// About us and our settings, not about the letter: signing in, TLS, and the sender, who is the
    /// same in all letters.
    private static func isAboutUs(_ code: Int, at phase: Trouble.Phase) -> Bool {
        phase == .sender || [530, 534, 535, 538].contains(code)
    }

    /// What an answer means for the message.
    init(_ reply: SMTPReply, at phase: Trouble.Phase) {
        let trouble = Trouble(phase, reply)
        switch reply.code / 100 {
        case 2 where phase == .dot: self = .accepted(reply)
        case 4: self = .postponed(trouble)
        case 5:
            self =
                Self.isAboutUs(reply.code, at: phase) ? .postponed(trouble) : .refused(trouble)
        // An answer that means nothing here. After the dot nobody knows.
        default: self = phase == .dot ? .uncertain(trouble) : .postponed(trouble)
        }
    }
}
