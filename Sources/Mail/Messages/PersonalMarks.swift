import Directory
import Markup

/// Texts of chance in place of a person's, which nobody's words hold; they are such that the words around
/// them are the same.
struct PersonalMarks {
    private let name: String
    private let address: String
    private let link: String

    init(hasName: Bool, isASCII: Bool) {
        let chance = (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }
        let mark = "x\(chance.joined())x"
        name = hasName ? "n\(mark)" : ""
        address = "\(isASCII ? "a" : "ä")\(mark)@x.example"
        link = "https://x.example/\(mark)"
    }

    func marked<Some: Letter>(_ letter: Some) -> Some {
        var letter = letter
        letter.recipientName = name
        letter.recipient = EmailAddress(text: address, key: address)
        letter.link = link
        return letter
    }

    func first(in text: ArraySlice<UInt8>) -> (blank: PersonalText.Blank, place: Range<Int>)? {
        let all: [(PersonalText.Blank, String)] = [
            (.name, name), (.address, address), (.link, link),
        ]
        let marks = all.filter { !$0.1.isEmpty }.map { ($0.0, Array($0.1.utf8)) }
        for start in text.indices {
            for (blank, mark) in marks where text[start...].starts(with: mark) {
                return (blank, start..<start + mark.count)
            }
        }
        return nil
    }
}

/// What goes into the blanks of one letter.
struct PersonalFilling {
    let name: HeaderText
    let address: HeaderText
    let link: String

    func plain(_ blank: PersonalText.Blank) -> [UInt8] {
        Array(text(of: blank).utf8)
    }

    func quotedMarkup(_ blank: PersonalText.Blank) -> [UInt8] {
        let markup: HTML = "\(text(of: blank))"
        return QuotedPrintable(softly: Array(markup.text.utf8)).bytes
    }

    private func text(of blank: PersonalText.Blank) -> String {
        switch blank {
        case .name: name.text
        case .address: address.text
        case .link: link
        }
    }
}
