/// What one press of Send did.
package struct MailingOutcome: Sendable, Equatable {
    /// Letters that wait to be sent.
    package let queued: Int
    /// Users left out because they have registered.
    package let registered: Int

    package init(queued: Int, registered: Int) {
        self.queued = queued
        self.registered = registered
    }
}
