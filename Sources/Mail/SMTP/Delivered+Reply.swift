extension Delivered {
    /// They are about us and our settings, not about the letter: signing in, TLS.
    private static let aboutUs = [530, 534, 535, 538]

    /// What an answer means for the message.
    init(_ reply: SMTPReply, at phase: Trouble.Phase) {
        let trouble = Trouble(phase, reply)
        switch reply.code / 100 {
        case 2 where phase == .dot: self = .accepted(reply)
        case 4: self = .postponed(trouble)
        case 5: self = Self.aboutUs.contains(reply.code) ? .postponed(trouble) : .refused(trouble)
        // An answer that means nothing here. After the dot nobody knows.
        default: self = phase == .dot ? .uncertain(trouble) : .postponed(trouble)
        }
    }
}
