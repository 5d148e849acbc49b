extension String {
    /// Appends text so that it stays text between tags and in quoted attributes. Control characters,
    /// which HTML doesn't allow, become U+FFFD; a carriage return would otherwise turn into a line feed.
    mutating func appendEscaped(_ text: String) {
        guard text.utf8.contains(where: { $0.needsEscape }) else {
            self += text
            return
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": self += "&amp;"
            case "<": self += "&lt;"
            case ">": self += "&gt;"
            case "\"": self += "&quot;"
            case "'": self += "&#39;"
            case "\r": self += "&#13;"
            case "\t", "\n": unicodeScalars.append(scalar)
            case "\0"..."\u{1F}", "\u{7F}": self += "\u{FFFD}"
            default: unicodeScalars.append(scalar)
            }
        }
    }

    /// The same for places that hold no elements, such as titles and labels: the marks of direction in
    /// it are dropped, and isolates stand around it (Unicode UAX #9).
    package var isolated: String {
        let kept = unicodeScalars.filter { scalar in
            !("\u{202A}"..."\u{202E}" ~= scalar || "\u{2066}"..."\u{2069}" ~= scalar)
        }
        return "\u{2068}" + String(String.UnicodeScalarView(kept)) + "\u{2069}"
    }
}

extension UInt8 {
    fileprivate var needsEscape: Bool {
        switch self {
        case 0...0x1F, 0x7F, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "\""), UInt8(ascii: "'"):
            true
        default: false
        }
    }
}
