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

    private init() {}

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

    /// Its lines, each with its end if it has one.
    var lines: [PersonalText] {
        var lines = [PersonalText()]
        for part in parts {
            guard case .words(let words) = part else {
                lines[lines.count - 1].parts.append(part)
                continue
            }
            var rest = words[...]
            while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                lines[lines.count - 1].parts.append(.words(Array(rest[...end])))
                lines.append(PersonalText())
                rest = rest[(end + 1)...]
            }
            if !rest.isEmpty { lines[lines.count - 1].parts.append(.words(Array(rest))) }
        }
        return lines
    }

    /// Nil where it has blanks.
    var impersonal: [UInt8]? {
        var bytes: [UInt8] = []
        for part in parts {
            guard case .words(let words) = part else { return nil }
            bytes += words
        }
        return bytes
    }

    func fill(_ bytes: inout [UInt8], _ filling: (Blank) -> [UInt8]) {
        for part in parts {
            switch part {
            case .words(let words): bytes += words
            case .blank(let blank): bytes += filling(blank)
            }
        }
    }
}
