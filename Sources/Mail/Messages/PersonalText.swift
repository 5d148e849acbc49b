/// A text of a letter with blanks where it is about whom it goes to.
struct PersonalText: Sendable {
    enum Blank: Sendable {
        case name, address, link
    }

    private enum Part: Sendable {
        case words([UInt8])
        case blank(Blank)
    }

    private var parts: [Part] = []

    /// Of a text with marks where the blanks are to be.
    init(_ text: String, _ marks: PersonalMarks) {
        var rest = Array(text.utf8)[...]
        while let (blank, place) = marks.first(in: rest) {
            parts += [.words(Array(rest[..<place.lowerBound])), .blank(blank)]
            rest = rest[place.upperBound...]
        }
        parts.append(.words(Array(rest)))
    }

    /// The words for a body in quoted-printable, in which each blank has a line of its own.
    var inQuotedPrintable: PersonalText {
        var encoded = self
        encoded.parts = parts.map { part in
            guard case .words(let words) = part else { return part }
            return .words(QuotedPrintable(softly: words).bytes)
        }
        return encoded
    }

    func filled(_ filling: (Blank) -> [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(8_192)
        for part in parts {
            switch part {
            case .words(let words): bytes += words
            case .blank(let blank): bytes += filling(blank)
            }
        }
        return bytes
    }
}
