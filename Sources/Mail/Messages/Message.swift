/// A letter as it goes over the wire: the envelope's addresses, and lines that end in CR LF.
package struct Message: Sendable, Equatable {
    package let sender: EnvelopeAddress
    package let recipient: EnvelopeAddress
    /// Headers and body: ASCII, unless an address isn't.
    package let bytes: [UInt8]
    /// Whether only servers with SMTPUTF8 (RFC 6531) can take it: an address in it isn't ASCII.
    package let needsUTF8: Bool

    /// Of bytes that were made elsewhere.
    package init(
        from sender: EnvelopeAddress, to recipient: EnvelopeAddress, bytes: [UInt8],
        needsUTF8: Bool
    ) {
        self.sender = sender
        self.recipient = recipient
        self.bytes = bytes
        self.needsUTF8 = needsUTF8
    }
}
