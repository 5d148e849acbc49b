/// For a house without SMTP: takes everything and keeps nothing, since the mailbox page shows the letters
/// from their rows. Nothing leaves the machine.
package final class MailboxCarrier: Carrier, Delivery {
    package init() {}

    package func open() -> any Delivery { self }

    package func deliver(_ message: Message, bodySent: () throws -> Void) -> Delivered {
        do {
            try bodySent()
            return .accepted(SMTPReply(code: 250, lines: ["Kept in the mailbox"]))
        } catch {
            return .postponed(
                Trouble(phase: .body, words: "The state of the letter can't be kept."))
        }
    }

    package func close() {}
}
