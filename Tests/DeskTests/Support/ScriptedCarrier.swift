import Desk
import Mail
import Synchronization

/// A carrier that does what a test says, and knows what it delivered.
final class ScriptedCarrier: Carrier, Sendable {
    typealias Step = @Sendable (Message, _ bodySent: () throws -> Void) -> Delivered

    private let step: Step
    private let delivered = Mutex<[String]>([])
    private let closed = Mutex(0)

    /// - Parameter step: What becomes of each message; `ScriptedCarrier.accept` delivers it.
    init(_ step: @escaping Step = ScriptedCarrier.accept) {
        self.step = step
    }

    /// The recipients of what was delivered, in order.
    var recipients: [String] { delivered.withLock { $0 } }

    /// How often a connection was closed.
    var closings: Int { closed.withLock { $0 } }

    func open() -> any Delivery { Connection(self) }

    static let accept: Step = { _, bodySent in
        do {
            try bodySent()
            return .accepted(SMTPReply(code: 250, lines: ["Taken"]))
        } catch {
            return .postponed(Trouble(phase: .body, words: "Not to be sent"))
        }
    }

    private final class Connection: Delivery {
        private let carrier: ScriptedCarrier

        init(_ carrier: ScriptedCarrier) {
            self.carrier = carrier
        }

        func deliver(_ message: Message, bodySent: () throws -> Void) -> Delivered {
            let outcome = carrier.step(message, bodySent)
            if case .accepted = outcome {
                carrier.delivered.withLock { $0.append(message.recipient.text) }
            }
            return outcome
        }

        func close() { carrier.closed.withLock { $0 += 1 } }
    }
}

extension Correspondence {
    /// A house whose letters go this way, and whose mailbox shows them too.
    static func tests(_ carrier: any Carrier) -> Correspondence {
        Correspondence(
            sender: .ofTheMailbox, carrier: carrier, hasMailbox: true, key: .random(),
            console: ConsoleAddress("https://rollbook.example"))
    }
}
