import FoundationEssentials

/// Text as RFC 2047 writes it where only ASCII may stand: words of base 64, each complete in itself,
/// so that none begins or ends within a character.
struct EncodedWords {
    private static let frame = "=?UTF-8?B??=".utf8.count
    /// RFC 2047 allows a word 75 octets.
    private static let longest = 75

    private(set) var words: [String] = []
    private let bytes: [UInt8]
    /// Of the word that is being filled.
    private var part = 0..<0
    private var room: Int

    /// - Parameter column: Where the first word begins on its line; it is short enough to stay there.
    init(_ text: HeaderText, column: Int) {
        room = Self.room(in: min(Self.longest, HeaderField.width - column))
        bytes = Array(text.text.utf8)
        for character in text.text { append(character) }
        close()
    }

    private static func room(in width: Int) -> Int {
        max(0, (width - frame) / 4 * 3)
    }

    /// What people see as one character stays together, if it isn't longer than a word.
    private mutating func append(_ character: Character) {
        let length = character.utf8.count
        if part.count + length > room { close() }
        if length <= room {
            part = part.lowerBound..<part.upperBound + length
            return
        }
        for scalar in character.unicodeScalars {
            let length = UTF8.width(scalar)
            if part.count + length > room { close() }
            part = part.lowerBound..<part.upperBound + length
        }
    }

    private mutating func close() {
        if !part.isEmpty {
            words.append("=?UTF-8?B?\(Data(bytes[part]).base64EncodedString())?=")
        }
        part = part.upperBound..<part.upperBound
        room = Self.room(in: Self.longest)
    }
}
