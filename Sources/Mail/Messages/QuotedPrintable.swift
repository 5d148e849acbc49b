/// Text as a body of ASCII lines of at most 76 octets (RFC 2045, 6.7), each ended by CR LF.
struct QuotedPrintable {
    private static let width = 76
    private static let digits = Array("0123456789ABCDEF".utf8)

    private(set) var bytes: [UInt8] = []
    private var column = 0

    init(_ text: String) {
        bytes.reserveCapacity(text.utf8.count + text.utf8.count / 8)
        var text = text
        text.withUTF8 { encode($0.span) }
    }

    private mutating func encode(_ text: Span<UInt8>) {
        for index in text.indices {
            let byte = text[index]
            let next = index + 1 < text.count ? text[index + 1] : UInt8(ascii: "\n")
            switch byte {
            case UInt8(ascii: "\n"): endLine()
            case UInt8(ascii: "\r") where next == UInt8(ascii: "\n"): break
            case UInt8(ascii: " "), UInt8(ascii: "\t"):
                let isLast = next == UInt8(ascii: "\n") || next == UInt8(ascii: "\r")
                if isLast { escape(byte) } else { keep(byte) }
            case UInt8(ascii: "="): escape(byte)
            case 0x21...0x7E: keep(byte)
            default: escape(byte)
            }
        }
        if column > 0 { endLine() }
    }

    private mutating func endLine() {
        bytes.append(0x0D)
        bytes.append(0x0A)
        column = 0
    }

    private mutating func keep(_ byte: UInt8) {
        makeRoom(for: 1)
        bytes.append(byte)
    }

    private mutating func escape(_ byte: UInt8) {
        makeRoom(for: 3)
        bytes.append(UInt8(ascii: "="))
        bytes.append(Self.digits[Int(byte >> 4)])
        bytes.append(Self.digits[Int(byte & 15)])
    }

    /// Breaks the line softly where what comes, and the mark of a break, don't fit.
    private mutating func makeRoom(for count: Int) {
        if column + count > Self.width - 1 {
            bytes.append(UInt8(ascii: "="))
            endLine()
        }
        column += count
    }
}
