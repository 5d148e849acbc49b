/// An address that a link may lead to: `https` or `http`, and a host that can exist.
///
/// It stays as it was written, but for blanks around it. Nothing else is let in: other schemes (such
/// as `javascript:`) would run in the console's own name, and what browsers silently drop or turn
/// around (blanks, backslashes, invisible characters, a name before an @) leads elsewhere than it reads.
package struct WebAddress: Sendable, Equatable {
    package static let longest = 2_000

    package let text: String
    /// Where it leads, for people to read: the host, with its port if one is written.
    package let place: String

    /// - Throws: what is the matter with it.
    package init(_ written: String) throws(Malformed) {
        let text = written.trimming { $0.isBlank }
        guard !text.isEmpty else { throw .missing }
        guard text.utf8.count <= Self.longest else { throw .tooLong }
        guard !text.unicodeScalars.contains(where: Self.isOutOfPlace) else { throw .unreadable }
        let place = try Self.place(in: text)
        guard !place.contains("@") else { throw .namesSomebody }
        try Self.check(host: Self.host(in: place))
        self.text = text
        self.place = String(place)
    }

    /// Of one that was kept, and so has been looked at.
    package init(kept text: String) {
        self.text = text
        place = (try? Self.place(in: text)).map { String($0) } ?? ""
    }

    /// Of what people write who leave the scheme away, as in `mail.example.com/inbox`: `https` is what
    /// they mean.
    package init(completing written: String) throws(Malformed) {
        do {
            try self.init(written)
        } catch .schemeMissing where Self.beginsWithHost(written) {
            try self.init("https://" + written.trimming { $0.isBlank })
        }
    }

    /// Whether a text begins with a host that has an ending, and perhaps a port: no other scheme.
    private static func beginsWithHost(_ written: String) -> Bool {
        let place = written.trimming { $0.isBlank }.prefix { !"/?#".contains($0) }
        let parts = place.split(separator: ":", omittingEmptySubsequences: false)
        guard let host = parts.first, parts.count < 3, host.contains(".") else { return false }
        let isHost = host.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." }
        return isHost && (parts.count == 1 || UInt16(parts[1]) != nil)
    }

    private static func isOutOfPlace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isBlank || scalar.isInvisible || scalar == "\\"
    }

    /// What stands between the scheme and the path.
    private static func place(in text: String) throws(Malformed) -> Substring {
        guard let scheme = ["https://", "http://"].first(where: { text.begins(with: $0) }) else {
            throw .schemeMissing
        }
        return text.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
    }

    /// The place without its port.
    private static func host(in place: Substring) throws(Malformed) -> Substring {
        let end = place.lastIndex(of: "]").map { place.index(after: $0) } ?? place.startIndex
        guard let colon = place[end...].firstIndex(of: ":") else { return place }
        let port = place[place.index(after: colon)...]
        let isPort = port.utf8.allSatisfy { (0x30...0x39).contains($0) } && port.utf8.count < 6
        guard isPort, let number = Int(port), (1...65_535).contains(number) else {
            throw .hostImpossible
        }
        return place[..<colon]
    }

    private static func check(host: Substring) throws(Malformed) {
        if host.hasPrefix("["), host.hasSuffix("]"), isSixth(host.dropFirst().dropLast()) { return }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        if labels.count == 4, labels.allSatisfy(isOctet) { return }
        // One word is a host of the own network: it is looked at like one with an ending.
        let name = labels.count == 1 ? host + ".internal" : host
        guard (try? DomainName(String(name))) != nil else { throw .hostImpossible }
    }

    /// An address of the Internet Protocol's fourth version has four of these.
    private static func isOctet(_ label: Substring) -> Bool {
        UInt8(label).map { String($0) == label } ?? false
    }

    /// The form of an address of its sixth version; whether it means anything is the browser's business.
    private static func isSixth(_ text: Substring) -> Bool {
        text.utf8.count { $0 == UInt8(ascii: ":") } > 1 && text.utf8.count < 46
            && text.allSatisfy { $0.isASCII && ($0.isHexDigit || $0 == ":" || $0 == ".") }
    }
}

extension WebAddress {
    /// Why a text is no such address.
    package enum Malformed: Error, Sendable {
        case missing
        case tooLong
        case schemeMissing
        /// A blank, a backslash, or something that nobody sees.
        case unreadable
        /// A name, and perhaps a password, before the host.
        case namesSomebody
        case hostImpossible
    }
}

extension String {
    /// Letter case of ASCII makes no difference.
    fileprivate func begins(with scheme: String) -> Bool {
        utf8.count >= scheme.utf8.count
            && zip(utf8, scheme.utf8).allSatisfy { byte, wanted in
                byte == wanted || (0x41...0x5A).contains(byte) && byte | 0x20 == wanted
            }
    }
}
