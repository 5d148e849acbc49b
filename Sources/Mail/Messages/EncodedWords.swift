import FoundationEssentials

/// Text as RFC 2047 writes it where only ASCII may stand: words of base 64, each complete in itself,
/// so that none begins or ends within a character.
struct EncodedWords {
    private static let frame = "=?UTF-8?B??=".utf8.count
    /// RFC 2047 allows a word 75 octets.
    private static let longest = 75

    private(set) var words: [String] = []
    private var part: [UInt8] = []
    private var room: Int

    /// - Parameter column: Where the first word begins on its line; it is short enough to stay there.
    init(_ text: HeaderText, column: Int) {
        room = Self.room(in: min(Self.longest, HeaderField.width - column))
        for character in text.text { append(character) }
        close()
    }

    private static func room(in width: Int) -> Int {
        max(0, (width - frame) / 4 * 3)
    }

    /// What people see as one character stays together, if it isn't longer than a word.
    private mutating func append(_ character: Character) {
        let bytes = Array(character.utf8)
        if part.count + bytes.count > room { close() }
        if bytes.count <= room {
            part += bytes
            return
        }
        for scalar in character.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if part.count + bytes.count > room { close() }
            part += bytes
        }
    }

    private mutating func close() {
        if !part.isEmpty { words.append("=?UTF-8?B?\(Data(part).base64EncodedString())?=") }
        part.removeAll(keepingCapacity: true)
        room = Self.room(in: Self.longest)
    }
}
