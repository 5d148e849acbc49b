import NIOCore

/// An IP address, in the one spelling in which the same addresses are equal.
package struct NetworkAddress: Sendable, Hashable {
    package let text: String

    /// Nil for anything but an address: no name, no port, no zone.
    package init?(_ written: some StringProtocol) {
        guard !written.contains("%"),
            let address = try? SocketAddress(ipAddress: String(written), port: 0),
            let text = address.ipAddress
        else { return nil }
        // A socket for both families sees callers of IPv4 as `::ffff:192.0.2.1`.
        let isMapped = text.hasPrefix("::ffff:") && text.contains(".")
        self.text = isMapped ? String(text.dropFirst(7)) : text
    }

    /// As proxies write it in `X-Forwarded-For`: some add the port, and then brackets around IPv6.
    init?(forwarded written: Substring) {
        var text = written.drop { $0.isBlank }
        while text.last?.isBlank == true { text.removeLast() }
        if text.first == "[", let end = text.firstIndex(of: "]") {
            let inside = text[..<end].dropFirst()
            let rest = text[end...].dropFirst()
            guard inside.contains(":"), rest.isEmpty || rest.isPort else { return nil }
            self.init(inside)
        } else if text.contains("."), let colon = text.lastIndex(of: ":"), text[colon...].isPort {
            self.init(text[..<colon])
        } else {
            self.init(text)
        }
    }
}

extension Character {
    fileprivate var isBlank: Bool { self == " " || self == "\t" }
}

extension Substring {
    /// `:8080`
    fileprivate var isPort: Bool {
        first == ":" && (2...6).contains(utf8.count)
            && dropFirst().utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
