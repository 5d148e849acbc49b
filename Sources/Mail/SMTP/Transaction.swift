/// One message in a dialogue, from MAIL to the answer to its final dot.
struct Transaction {
    let dialogue: Dialogue
    let message: Message

    /// How it ended, and whether the dialogue can go on.
    struct End {
        let delivered: Delivered
        let isUsable: Bool
    }

    /// - Throws: `Trouble` if the connection broke, or the server says nonsense, before the body was sent.
    func run(bodySent: () throws -> Void) throws(Trouble) -> End {
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

    private var envelope: [(phase: Trouble.Phase, command: String)] {
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
        if isPipelined {
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

    private func sendBody(_ bodySent: () throws -> Void) -> End {
        do throws(Trouble) {
            try dialogue.send(DottedBody(message.bytes).bytes, at: .body)
            try keep(bodySent)
            guard dialogue.isQuiet else {
                throw Trouble(phase: .body, words: "The server answered before the message ended.")
            }
        } catch {
            return End(.postponed(error), isUsable: false)
        }
        do throws(Trouble) {
            try dialogue.say(".", at: .dot)
            let reply = try dialogue.answer(at: .dot)
            return End(Delivered(reply, at: .dot), isUsable: reply.code != 421)
        } catch {
            return End(.uncertain(error), isUsable: false)
        }
    }

    private func keep(_ bodySent: () throws -> Void) throws(Trouble) {
        do {
            try bodySent()
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
