/// A connection to the server that is kept from message to message.
final class SMTPDelivery: Delivery {
    private let carrier: SMTPCarrier
    private var dialogue: Dialogue?

    init(_ carrier: SMTPCarrier) {
        self.carrier = carrier
    }

    deinit {
        close()
    }

    func deliver(_ message: Message, bodySent: () throws -> Void) -> Delivered {
        if dialogue?.isQuiet == false { dialogue = nil }
        let isKept = dialogue != nil
        do throws(Trouble) {
            return try attempt(message, bodySent)
        } catch {
            dialogue = nil
            // Servers hang up on connections that rest; nothing of the message was sent then.
            guard isKept, error.phase == .sender else { return .postponed(error) }
        }
        do throws(Trouble) {
            return try attempt(message, bodySent)
        } catch {
            dialogue = nil
            return .postponed(error)
        }
    }

    func close() {
        guard let dialogue else { return }
        self.dialogue = nil
        guard dialogue.isQuiet else { return }
        try? dialogue.say("QUIT", at: .sender)
    }

    private func attempt(
        _ message: Message, _ bodySent: () throws -> Void
    ) throws(Trouble) -> Delivered {
        let dialogue = if let dialogue { dialogue } else { try carrier.dialogue() }
        self.dialogue = dialogue
        let end = try Transaction(dialogue: dialogue, message: message).run(bodySent: bodySent)
        if !end.isUsable { self.dialogue = nil }
        return end.delivered
    }
}
