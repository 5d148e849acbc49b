import Markup

/// A sentence or two of a letter. What people wrote is interpolated into it: it stays on its line,
/// and in HTML it is escaped and set apart, so that its direction can't turn its neighbours around.
struct Passage: ExpressibleByStringInterpolation {
    fileprivate enum Part {
        case words(String)
        case name(String)
        case strong(String)
    }

    private var parts: [Part] = []

    init(_ written: String) {
        parts = [.name(HeaderText(written).text)]
    }

    init(stringLiteral words: String) {
        parts = [.words(words)]
    }

    init(stringInterpolation: StringInterpolation) {
        parts = stringInterpolation.parts
    }

    var text: String {
        parts.map { part in
            switch part {
            case .words(let text), .name(let text), .strong(let text): text
            }
        }.joined()
    }

    var html: HTML {
        let markups = parts.map { part -> HTML in
            switch part {
            case .words(let text): "\(text)"
            case .name(let text): .isolated(text)
            case .strong(let text): "<strong>\(.isolated(text) as HTML)</strong>"
            }
        }
        return "\(markups)"
    }
}

extension Passage {
    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var parts: [Part] = []

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ literal: String) {
            parts.append(.words(literal))
        }

        /// Words of ours that differ from letter to letter, such as a date.
        mutating func appendInterpolation(ours words: String) {
            parts.append(.words(words))
        }

        mutating func appendInterpolation(_ name: String) {
            parts.append(.name(HeaderText(name).text))
        }

        mutating func appendInterpolation(strong name: String) {
            parts.append(.strong(HeaderText(name).text))
        }
    }
}
