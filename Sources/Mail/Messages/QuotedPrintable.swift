/// Text as a body of ASCII lines of at most 76 octets (RFC 2045, 6.7), each ended by CR LF.
struct QuotedPrintable {
    private static let width = 76
    private static let digits = Array("0123456789ABCDEF".utf8)

    private(set) var bytes: [UInt8] = []
    private var column = 0

    init(_ text: [UInt8]) {
        encode(text)
        if column > 0 { endLine() }
    }

    /// A part of a text: its last line ends softly, so that the next part goes on with it.
    init(softly text: [UInt8]) {
        encode(text)
        guard column > 0 else { return }
        bytes.append(UInt8(ascii: "="))
        endLine()
    }

    private mutating func encode(_ text: [UInt8]) {
        bytes.reserveCapacity(text.count + text.count / 8 + 3)
        var place = 0
        while place < text.count {
            let end = Self.endOfPlain(in: text, from: place)
            keep(text[place..<end])
            guard end < text.count else { break }
            take(text[end], before: end + 1 < text.count ? text[end + 1] : UInt8(ascii: "\n"))
            place = end + 1
        }
    }

    /// Where what stands for itself ends: everything but blanks before the end of a line, `=`,
    /// control characters and what isn't ASCII.
    private static func endOfPlain(in text: [UInt8], from start: Int) -> Int {
        var end = start
        while end < text.count, text[end] >= UInt8(ascii: " "), text[end] < 0x7F,
            text[end] != UInt8(ascii: "=")
        {
            end += 1
        }
        let endsLine =
            end == text.count || text[end] == UInt8(ascii: "\n") || text[end] == UInt8(ascii: "\r")
        return endsLine && end > start && text[end - 1] == UInt8(ascii: " ") ? end - 1 : end
    }

    private mutating func take(_ byte: UInt8, before next: UInt8) {
        switch byte {
        case UInt8(ascii: "\n"): endLine()
        case UInt8(ascii: "\r") where next == UInt8(ascii: "\n"): break
        case UInt8(ascii: "\t") where next != UInt8(ascii: "\n") && next != UInt8(ascii: "\r"):
            keep([byte])
        default: escape(byte)
        }
    }

    private mutating func endLine() {
        bytes.append(0x0D)
        bytes.append(0x0A)
        column = 0
    }

    private mutating func keep(_ plain: ArraySlice<UInt8>) {
        var rest = plain
        while !rest.isEmpty {
            makeRoom(for: 1)
            let part = rest.prefix(Self.width - 1 - column)
            bytes += part
            column += part.count
            rest = rest.dropFirst(part.count)
        }
    }

    private mutating func escape(_ byte: UInt8) {
        makeRoom(for: 3)
        bytes.append(UInt8(ascii: "="))
        bytes.append(Self.digits[Int(byte >> 4)])
        bytes.append(Self.digits[Int(byte & 15)])
        column += 3
    }

    /// Breaks the line softly where what comes, and the mark of a break, don't fit.
    private mutating func makeRoom(for count: Int) {
        guard column + count > Self.width - 1 else { return }
        bytes.append(UInt8(ascii: "="))
        endLine()
    }
}
