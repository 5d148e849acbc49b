/// Plain text on lines of at most 72 characters, where it has blanks to break at; what has none, such as
/// a link, stays whole.
struct WrappedText {
    private static let width = 72

    private(set) var bytes: [UInt8] = []

    init(_ text: [UInt8]) {
        bytes.reserveCapacity(text.count + 8)
        var rest = text[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            append(rest[..<end])
            bytes.append(UInt8(ascii: "\n"))
            rest = rest[(end + 1)...]
        }
        append(rest)
    }

    private mutating func append(_ line: ArraySlice<UInt8>) {
        if line.count <= Self.width {
            bytes += line
            return
        }
        var column = 0
        for word in line.split(separator: UInt8(ascii: " ")) {
            // Bytes that begin a character.
            let length = word.count { $0 & 0xC0 != 0x80 }
            if column > 0, column + 1 + length > Self.width {
                bytes.append(UInt8(ascii: "\n"))
                column = 0
            } else if column > 0 {
                bytes.append(UInt8(ascii: " "))
                column += 1
            }
            bytes += word
            column += length
        }
    }
}
