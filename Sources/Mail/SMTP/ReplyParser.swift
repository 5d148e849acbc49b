/// Takes a server's bytes apart into replies (RFC 5321, 4.2). Whatever comes, it holds little of it.
package struct ReplyParser {
    /// What came is no reply.
    package struct Unreadable: Error, Equatable {
        package let words: String
    }

    // RFC 5321 allows 512 octets; servers are known to write more.
    private static let longestLine = 4096
    private static let mostLines = 100

    private var bytes: [UInt8] = []
    private var lines: [String] = []
    private var code = 0

    package init() {}

    /// Whether nothing has come that wasn't asked for.
    package var isEmpty: Bool { bytes.isEmpty && lines.isEmpty }

    package mutating func append(_ more: [UInt8]) {
        bytes += more
    }

    /// The next reply; nil until all of it is here.
    package mutating func next() throws(Unreadable) -> SMTPReply? {
        while let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
            guard end <= Self.longestLine else { throw .tooLong }
            let line = bytes[..<end]
            let isLast = try take(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
            bytes.removeSubrange(...end)
            guard isLast else { continue }
            defer { lines = [] }
            return SMTPReply(code: code, lines: lines)
        }
        guard bytes.count <= Self.longestLine else { throw .tooLong }
        return nil
    }

    /// Answers whether it was the reply's last line.
    private mutating func take(_ line: ArraySlice<UInt8>) throws(Unreadable) -> Bool {
        let digits = line.prefix(3)
        guard digits.count == 3, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw .noReply(line)
        }
        let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        let mark = line.dropFirst(3).first ?? UInt8(ascii: " ")
        guard (200...599).contains(number), lines.isEmpty || number == code,
            mark == UInt8(ascii: " ") || mark == UInt8(ascii: "-")
        else { throw .noReply(line) }
        guard lines.count < Self.mostLines else { throw .tooLong }
        code = number
        lines.append(String(decoding: line.dropFirst(4), as: UTF8.self))
        return mark == UInt8(ascii: " ")
    }
}

extension ReplyParser.Unreadable {
    fileprivate static let tooLong = Self(words: "The server's answer is too long.")

    fileprivate static func noReply(_ line: ArraySlice<UInt8>) -> Self {
        let start = HeaderText(String(decoding: line.prefix(80), as: UTF8.self)).text
        return Self(words: "The server's answer is none of SMTP: \(start)")
    }
}
