/// Finished markup. A literal is trusted; what is interpolated into it is escaped, unless it is markup itself.
///
/// Interpolated text is safe between tags and within attribute values in quotes; nowhere else (not
/// in tag names, bare attributes, scripts or styles).
package struct HTML: Sendable, Equatable {
    package private(set) var text: String

    /// Takes text as markup, unescaped: the one door past the escaping, to be searched for by its label.
    package init(raw text: String) {
        self.text = text
    }

    package static let nothing = HTML(raw: "")

    /// Text that people wrote, set apart so that its direction can't turn its neighbours around.
    package static func isolated(_ text: String) -> HTML {
        "<bdi>\(text)</bdi>"
    }

    /// The same for the address of a page, whose parts are read from left to right in any script.
    package static func isolated(address text: String) -> HTML {
        "<bdi dir=\"ltr\">\(text)</bdi>"
    }

    package static func + (one: HTML, other: HTML) -> HTML {
        HTML(raw: one.text + other.text)
    }
}

extension HTML: ExpressibleByStringInterpolation {
    package init(stringLiteral text: String) {
        self.text = text
    }

    package init(stringInterpolation parts: StringInterpolation) {
        text = parts.text
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        package mutating func appendLiteral(_ literal: String) {
            text += literal
        }

        package mutating func appendInterpolation(_ plain: String) {
            text.appendEscaped(plain)
        }

        package mutating func appendInterpolation(_ number: Int) {
            text += String(number)
        }

        package mutating func appendInterpolation(_ markup: HTML) {
            text += markup.text
        }

        /// Nothing for nil.
        package mutating func appendInterpolation(_ markup: HTML?) {
            if let markup { text += markup.text }
        }

        package mutating func appendInterpolation(_ markups: [HTML]) {
            for markup in markups { text += markup.text }
        }
    }
}
