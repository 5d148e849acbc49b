/// A connection to the server that is kept from message to message.
final class SMTPDelivery: Delivery {
    private let carrier: SMTPCarrier
    private var dialogue: Dialogue?
    private var next: Message?
    /// The message whose envelope the server has got already.
    private var begun: Message?

    init(_ carrier: SMTPCarrier) {
        self.carrier = carrier
    }

    deinit {
        close()
    }

    func deliver(_ message: Message, bodySent: () throws -> Void) -> Delivered {
        if let begun {
            if begun != message { hangUp() }
        } else if dialogue?.isQuiet == false {
            hangUp()
        }
        let isKept = dialogue != nil
        do throws(Trouble) {
            return try attempt(message, bodySent)
        } catch {
            hangUp()
            // Servers hang up on connections that rest; nothing of the message was sent then.
            guard isKept, error.phase == .sender else { return .postponed(error) }
        }
        do throws(Trouble) {
            return try attempt(message, bodySent)
        } catch {
            hangUp()
            return .postponed(error)
        }
    }

    func announce(_ next: Message) {
        self.next = next
    }

    func close() {
        if let dialogue, begun == nil, dialogue.isQuiet {
            try? dialogue.say("QUIT", at: .sender)
        }
        hangUp()
    }

    private func attempt(
        _ message: Message, _ bodySent: () throws -> Void
    ) throws(Trouble) -> Delivered {
        let dialogue = if let dialogue { dialogue } else { try carrier.dialogue() }
        self.dialogue = dialogue
        let transaction = Transaction(
            dialogue: dialogue, message: message, isBegun: begun != nil)
        begun = nil
        next = nil
        let end = try transaction.run {
            try bodySent()
            return next
        }
        if end.isUsable { begun = end.begun } else { hangUp() }
        return end.delivered
    }

    private func hangUp() {
        dialogue = nil
        begun = nil
    }
}
