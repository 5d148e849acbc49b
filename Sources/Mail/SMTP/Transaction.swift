/// One message in a dialogue, from MAIL to the answer to its final dot.
struct Transaction {
    let dialogue: Dialogue
    let message: Message
    /// Whether its envelope went out with the final dot of the message before it.
    let isBegun: Bool

    /// How it ended, and whether the dialogue can go on.
    struct End {
        let delivered: Delivered
        let isUsable: Bool
        /// The next message, if its envelope is out.
        var begun: Message?
    }

    /// - Parameter bodySent: Answers the message that comes next, where that is known.
    /// - Throws: `Trouble` if the connection broke, or the server says nonsense, before the body was sent.
    func run(bodySent: () throws -> Message?) throws(Trouble) -> End {
        if message.needsUTF8, !dialogue.capabilities.utf8 {
            return End(
                delivered: .refused(
                    Trouble(
                        phase: .sender,
                        words: "The server takes no addresses with letters beyond ASCII (SMTPUTF8)."
                    )),
                isUsable: true)
        }
        if let refused = try openEnvelope() { return refused }
        return sendBody(bodySent)
    }

    private var envelope: [(phase: Trouble.Phase, command: String)] { envelope(of: message) }

    private func envelope(
        of message: Message
    ) -> [(phase: Trouble.Phase, command: String)] {
        let offers = dialogue.capabilities
        let parameters =
            message.needsUTF8 ? " SMTPUTF8" + (offers.eightBit ? " BODY=8BITMIME" : "") : ""
        return [
            (.sender, "MAIL FROM:<\(message.sender.text)>\(parameters)"),
            (.recipient, "RCPT TO:<\(message.recipient.text)>"),
            (.data, "DATA"),
        ]
    }

    /// Nil if the server waits for the body.
    private func openEnvelope() throws(Trouble) -> End? {
        let isPipelined = dialogue.capabilities.pipelining
        if isPipelined, !isBegun {
            try dialogue.say(envelope.map(\.command).joined(separator: "\r\n"), at: .sender)
        }
        for (phase, command) in envelope {
            if !isPipelined { try dialogue.say(command, at: phase) }
            let reply = try dialogue.answer(at: phase)
            guard reply.code / 100 == (phase == .data ? 3 : 2) else {
                let isInStep = !isPipelined || skipAnswers(after: phase)
                return End(
                    Delivered(reply, at: phase), isUsable: isInStep && isReset(after: reply))
            }
        }
        return nil
    }

    /// Reads what the server says to the commands that went out with a refused one; answers whether the
    /// dialogue can go on.
    private func skipAnswers(after phase: Trouble.Phase) -> Bool {
        let refused = envelope.firstIndex { $0.phase == phase } ?? 0
        do {
            for (phase, _) in envelope[(refused + 1)...] {
                let reply = try dialogue.answer(at: phase)
                // It would take a body for nobody: only hanging up is sure to send none.
                if phase == .data, reply.code / 100 == 3 { return false }
            }
            return true
        } catch {
            return false
        }
    }

    /// Answers whether the server is ready for another message.
    private func isReset(after reply: SMTPReply) -> Bool {
        guard reply.code / 100 >= 4, reply.code != 421 else { return false }
        do {
            return try dialogue.ask("RSET", at: .sender).code == 250
        } catch {
            return false
        }
    }

    private func sendBody(_ bodySent: () throws -> Message?) -> End {
        let next: Message?
        do throws(Trouble) {
            try dialogue.send(DottedBody(message.bytes).bytes, at: .body)
            next = try keep(bodySent)
            guard dialogue.isQuiet else {
                throw Trouble(phase: .body, words: "The server answered before the message ended.")
            }
        } catch {
            return End(.postponed(error), isUsable: false)
        }
        do throws(Trouble) {
            let begun = try end(before: next)
            let reply = try dialogue.answer(at: .dot)
            let delivered = Delivered(reply, at: .dot)
            if case .uncertain = delivered { return End(delivered, isUsable: false) }
            return End(delivered: delivered, isUsable: reply.code != 421, begun: begun)
        } catch {
            return End(.uncertain(error), isUsable: false)
        }
    }

    /// Says the final dot and, in the same breath, what goes before the next message's body: RFC 2920,
    /// 3.1, lets a group of commands begin with the end of a message. Answers whose envelope that was.
    private func end(before next: Message?) throws(Trouble) -> Message? {
        let offers = dialogue.capabilities
        guard let next, offers.pipelining, offers.utf8 || !next.needsUTF8 else {
            try dialogue.say(".", at: .dot)
            return nil
        }
        let commands = ["."] + envelope(of: next).map(\.command)
        try dialogue.say(commands.joined(separator: "\r\n"), at: .dot)
        return next
    }

    private func keep(_ bodySent: () throws -> Message?) throws(Trouble) -> Message? {
        do {
            return try bodySent()
        } catch {
            throw Trouble(phase: .body, words: "The state of the letter can't be kept.")
        }
    }
}

extension Transaction.End {
    fileprivate init(_ delivered: Delivered, isUsable: Bool) {
        self.init(delivered: delivered, isUsable: isUsable)
    }
}
