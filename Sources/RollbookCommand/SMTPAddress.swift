import Mail

/// `smtp://user:password@host:587`, `smtps://host`, `smtp://127.0.0.1:2525?tls=off`: the mail server as
/// the settings name it.
struct SMTPAddress {
    /// Why it is none, in words that repeat nothing of it: there is a password in it.
    struct Malformed: Error {
        let words: String
    }

    let server: SMTPServer

    init(_ text: String) throws(Malformed) {
        guard let scheme = ["smtp://", "smtps://"].first(where: { text.hasPrefix($0) }) else {
            throw Malformed(words: "It begins with smtp:// or smtps://")
        }
        var rest = text.dropFirst(scheme.count)
        let isOpen = rest.hasSuffix(Self.off)
        if isOpen { rest = rest.dropLast(Self.off.count) }
        guard
            rest.lastIndex(of: "?") ?? rest.startIndex <= rest.lastIndex(of: "@") ?? rest.startIndex
        else {
            throw Malformed(words: "Behind the ? can stand only tls=off")
        }
        guard !isOpen || scheme == "smtp://" else {
            throw Malformed(words: "smtps:// is TLS; ?tls=off can stand only behind smtp://")
        }
        var credentials: SMTPServer.Credentials?
        // The last @: a user's name often has one.
        if let at = rest.lastIndex(of: "@") {
            credentials = try Self.credentials(rest[..<at])
            rest = rest[rest.index(after: at)...]
        }
        let place = try Self.place(rest)
        let isTLS = scheme == "smtps://"
        server = SMTPServer(
            host: place.host, port: place.port ?? (isTLS ? 465 : 587),
            security: isOpen ? .none : isTLS ? .tls : .startTLS, credentials: credentials)
    }

    private static let off = "?tls=off"
}

extension SMTPAddress {
    private static func credentials(
        _ text: Substring
    ) throws(Malformed) -> SMTPServer.Credentials {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let user = decoded(parts[0]), let password = decoded(parts[1]),
            !user.isEmpty, !password.isEmpty
        else {
            guard parts.count == 2, !parts[1].isEmpty else {
                throw Malformed(
                    words: "The password is missing: before the last @ stands user:password")
            }
            throw Malformed(
                words: "Before the last @ stand user:password, with % written as %25 and "
                    + "control characters left out")
        }
        return SMTPServer.Credentials(user: user, password: password)
    }

    private static func place(_ text: Substring) throws(Malformed) -> (host: String, port: Int?) {
        let place = text.hasSuffix("/") ? text.dropLast() : text
        let isBracketed = place.first == "["
        let end = isBracketed ? place.firstIndex(of: "]") : place.firstIndex(of: ":")
        let host = place[..<(end ?? place.endIndex)].drop { $0 == "[" }
        var rest = end.map { place[$0...] } ?? ""
        if isBracketed { rest = rest.dropFirst() }
        guard isHost(host, bracketed: isBracketed), !isBracketed || end != nil else {
            throw Malformed(words: "The host is a name such as smtp.example.com, or an IP address")
        }
        if rest.isEmpty { return (String(host), nil) }
        guard rest.first == ":", let port = Int(rest.dropFirst()), (1...65_535).contains(port)
        else {
            throw Malformed(words: "The port is a number from 1 to 65535")
        }
        return (String(host), port)
    }

    private static func isHost(_ host: Substring, bracketed: Bool) -> Bool {
        !host.isEmpty
            && host.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
                    true
                case UInt8(ascii: ":"): bracketed
                default: false
                }
            }
    }

    /// With %XX read; nil for what isn't text, or holds control characters.
    private static func decoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = rest.prefix(2)
            guard digits.count == 2, digits.allSatisfy(isHexDigit),
                let value = UInt8(String(Substring(digits)), radix: 16)
            else { return nil }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        Character(Unicode.Scalar(byte)).isHexDigit
    }
}
