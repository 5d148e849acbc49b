import Directory
import Mail

/// What a letter promises whatever is written in its names.
enum LetterPromises {
    private static let names = [
        "Date", "From", "To", "Reply-To", "Subject", "Message-ID", "Auto-Submitted", "MIME-Version",
        "Content-Type",
    ]

    /// The promise that a text breaks, in words; nil if all are kept.
    static func broken(by text: String) -> String? {
        guard let address = try? EmailAddress("ana@x.example"),
            let sender = try? Sender(address)
        else { return "there is no address" }
        let letter = WelcomeLetter(
            accountName: text, recipientName: text, recipient: address, inviterName: text,
            replyTo: address, link: text, expires: Timestamp(0),
            words: LetterWords(subject: text, greeting: text))
        let id = MessageID(text, from: sender)
        guard let message = try? letter.message(from: sender, id: id, date: Timestamp(0)) else {
            return "there is no message"
        }
        return broken(by: message.bytes)
    }

    private static func broken(by bytes: [UInt8]) -> String? {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.popLast()?.isEmpty == true else { return "its last line has no end" }
        guard lines.allSatisfy({ $0.last == 0x0D && !$0.dropLast().contains(0x0D) }) else {
            return "a line ends otherwise than by CR LF"
        }
        guard lines.allSatisfy({ $0.count <= 999 }) else { return "a line is too long" }
        guard bytes.allSatisfy({ (0x20..<0x7F).contains($0) || [0x09, 0x0A, 0x0D].contains($0) })
        else { return "it is not ASCII" }
        let fields = lines.prefix { $0.count > 1 }.filter { $0.first != 0x20 }.map { line in
            String(decoding: line.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)
        }
        guard fields == names else { return "it has other fields" }
        let marks = lines.count { $0.starts(with: "--=_".utf8) }
        return marks == 3 ? nil : "it has other parts"
    }
}
