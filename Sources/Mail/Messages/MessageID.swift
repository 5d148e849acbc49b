/// What names a message for ever: each attempt to send a letter has the same one, so that a mailbox
/// that got it twice can tell.
package struct MessageID: Sendable, Hashable {
    /// With its angle brackets.
    package let text: String

    /// - Parameter unique: What no other letter of any house has, such as random bytes in base 16.
    ///   Anything that is no letter of ASCII and no digit becomes a hyphen.
    package init(_ unique: String, from sender: Sender) {
        let safe = unique.utf8.map { byte -> UInt8 in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                byte
            default: UInt8(ascii: "-")
            }
        }
        text = "<\(String(decoding: safe.prefix(200), as: UTF8.self))@\(sender.address.domain)>"
    }
}
