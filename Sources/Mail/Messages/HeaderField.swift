/// A header field while it is written: words with blanks between them, on lines of at most 76 octets.
struct HeaderField {
    /// RFC 2047 allows lines with encoded words no more; RFC 5322 asks for 78.
    static let width = 76

    private(set) var bytes: [UInt8]
    private var column: Int

    init(_ name: StaticString) {
        bytes = Array("\(name):".utf8)
        column = bytes.count
    }

    /// Appends a word that can't be parted, on a line of its own if it doesn't fit.
    mutating func append(word: String) {
        let word = word.utf8
        if column + 1 + word.count > Self.width, bytes.last != UInt8(ascii: ":") {
            bytes += [0x0D, 0x0A]
            column = 0
        }
        bytes.append(UInt8(ascii: " "))
        bytes += word
        column += 1 + word.count
    }

    /// Appends text as it is if that is possible, else as encoded words.
    mutating func append(_ text: HeaderText) {
        let words = text.text.split(separator: " ")
        let isPlain =
            text.text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.looksEncoded
            && words.allSatisfy { $0.utf8.count < Self.width - 1 }
        if isPlain {
            for word in words { append(word: String(word)) }
        } else {
            append(encoded: text)
        }
    }

    /// Appends text as encoded words (RFC 2047), the first of them on the line that was begun.
    mutating func append(encoded text: HeaderText) {
        for word in EncodedWords(text, column: column + 1).words { append(word: word) }
    }

    /// The field with its line's end.
    var line: [UInt8] { bytes + [0x0D, 0x0A] }
}
