/// A plain text with blanks, as a body in quoted-printable: the lines that are the same for everybody are
/// wrapped and encoded once.
struct PersonalLines: Sendable {
    private enum Part: Sendable {
        case encoded([UInt8])
        case line(PersonalText)
    }

    private var parts: [Part] = []

    init(_ text: PersonalText) {
        for line in text.lines {
            guard let bytes = line.impersonal else {
                parts.append(.line(line))
                continue
            }
            let encoded = Self.encoded(bytes)
            if case .encoded(let before)? = parts.last {
                parts[parts.count - 1] = .encoded(before + encoded)
            } else {
                parts.append(.encoded(encoded))
            }
        }
    }

    func fill(_ bytes: inout [UInt8], _ filling: (PersonalText.Blank) -> [UInt8]) {
        for part in parts {
            switch part {
            case .encoded(let encoded): bytes += encoded
            case .line(let line):
                var filled: [UInt8] = []
                line.fill(&filled, filling)
                bytes += Self.encoded(filled)
            }
        }
    }

    private static func encoded(_ text: [UInt8]) -> [UInt8] {
        QuotedPrintable(WrappedText(text).bytes).bytes
    }
}
