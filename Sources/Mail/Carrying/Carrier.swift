/// What takes letters away: an SMTP server, or the mailbox page of a house that has none.
package protocol Carrier: Sendable {
    /// Ready to deliver; it says why not when it is asked to.
    func open() -> any Delivery
}

/// One connection, used by one thread at a time. It connects when the first message comes, and again
/// when the server has hung up since.
package protocol Delivery: AnyObject {
    /// Delivers one message.
    /// - Parameter bodySent: Called at most once, after the body is out and before the final dot. If it
    ///   throws, the dot isn't sent and the connection is cut, so that nothing was delivered.
    func deliver(_ message: Message, bodySent: () throws -> Void) -> Delivered

    /// Says which message comes next, while `bodySent` is called: what goes before its body may go out
    /// together with the final dot. If another one comes, it goes over another connection.
    func announce(_ next: Message)

    /// Says good-bye; a later message connects again.
    func close()
}

extension Delivery {
    package func announce(_ next: Message) {}
}
