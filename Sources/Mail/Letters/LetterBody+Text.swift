extension LetterBody {
    private static let width = 72

    var text: String {
        let blocks =
            [heading.text] + paragraphs.map(\.text)
            + [
                "\(button):\n\(link)\n(works until \(deadline))", "Your sign-in email: \(address)",
                closing.text,
            ]
        return blocks.map(Self.wrapped).joined(separator: "\n\n")
            + "\n\n-- \n\(Self.wrapped(footer.text))\n"
    }

    /// Breaks lines at blanks; what has none, such as a link, stays whole.
    private static func wrapped(_ block: String) -> String {
        block.utf8.split(separator: UInt8(ascii: "\n")).map { line in
            var column = 0
            var wrapped = ""
            for word in line.split(separator: UInt8(ascii: " ")) {
                // Bytes that begin a character.
                let length = word.count { $0 & 0xC0 != 0x80 }
                if column > 0, column + 1 + length > width {
                    wrapped += "\n"
                    column = 0
                } else if column > 0 {
                    wrapped += " "
                    column += 1
                }
                wrapped += Substring(word)
                column += length
            }
            return wrapped
        }.joined(separator: "\n")
    }
}
