package import Directory

/// An address as it stands in an SMTP command and in a header. It has one @ and holds no blank, no
/// bracket, no control character: whatever was stored, it is one recipient and ends no line.
package struct EnvelopeAddress: Sendable, Hashable {
    /// With the domain as A-labels: ASCII, unless the part before the @ isn't.
    package let text: String

    /// - Throws: `Unsendable` for an address that didn't come from `EmailAddress`'s parser.
    package init(_ address: EmailAddress) throws(Unsendable) {
        let parts = address.key.utf8.split(
            separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }),
            address.key.utf8.count <= EmailAddress.longest,
            address.key.unicodeScalars.allSatisfy(Self.mayStand),
            parts[1].allSatisfy(Self.isOfDomain)
        else { throw Unsendable(reason: .address) }
        text = address.key
    }

    package var domain: Substring {
        text[text.lastIndex(of: "@").map(text.index(after:))!...]
    }

    /// Whether only servers with SMTPUTF8 (RFC 6531) can take it.
    package var needsUTF8: Bool {
        text.utf8.contains { $0 > 0x7F }
    }

    private static func mayStand(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\0"..." ", "\u{7F}"..."\u{9F}", "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}",
            "<", ">", "(", ")", "[", "]", "\\", ",", ";", ":", "\"":
            false
        default: true
        }
    }

    private static func isOfDomain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}

/// Why a letter can't become a message.
package struct Unsendable: Error, Hashable, Sendable {
    package enum Reason: String, Sendable {
        /// The address is none that a message can be sent to.
        case address
    }

    package let reason: Reason
}
