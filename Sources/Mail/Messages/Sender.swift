package import Directory

/// Whose address the letters of this house come from; the name beside it is the account's.
package struct Sender: Sendable, Hashable {
    package let address: EnvelopeAddress

    package init(_ address: EmailAddress) throws(Unsendable) {
        self.address = try EnvelopeAddress(address)
    }
}
