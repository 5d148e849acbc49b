import Markup

/// A message that stands in the page.
struct Note: Sendable {
    enum Kind: String, Sendable {
        case err
        case warn
        case ok

        fileprivate var icon: Icon {
            switch self {
            case .err: .alert
            case .warn: .warn
            case .ok: .okc
            }
        }
    }

    let kind: Kind
    let content: HTML

    /// What went wrong and what to do; it takes the focus and is read out at once.
    static func error(_ message: String, _ remedy: String = "") -> Note {
        Note(
            kind: .err,
            content: "<p>\([message, remedy].filter { !$0.isEmpty }.joined(separator: " "))</p>")
    }

    /// What will happen; said like an error.
    static func warning(_ message: HTML, _ remedy: HTML) -> Note {
        Note(kind: .warn, content: "<p><strong>\(message)</strong> \(remedy)</p>")
    }

    static func done(_ content: HTML) -> Note {
        Note(kind: .ok, content: "<p>\(content)</p>")
    }

    func html(_ look: Look) -> HTML {
        let role: HTML =
            kind != .ok ? "role=\"alert\" tabindex=\"-1\" data-error" : "role=\"status\""
        return """
            <div class="note \(kind.rawValue)" \(role)>\(look.icon(kind.icon))<div class="b">\(content)</div></div>
            """
    }
}
