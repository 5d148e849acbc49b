import Directory
import Markup

/// How far a user's welcome email is: a picture, a word, and what the mail server said. The script of
/// the Users page draws the same ones.
struct WelcomeMark: Sendable {
    let code: String
    private let kind: HTML
    private let icon: Icon
    private let title: HTML
    private var why = ""

    init(of user: User) {
        guard user.registeredAt == nil else {
            (code, kind, icon, title) = ("registered", " ok", .check, "Registered")
            return
        }
        code = user.welcome.code
        (kind, icon, title) =
            switch user.welcome {
            case .notSent: (.nothing, .dot, "Not sent")
            case .waiting: (" acc", .clock, "Waiting")
            case .sent: (" acc", .mail, "Sent")
            case .failed: (" err", .alert, "Failed")
            case .unknown: (" warn", .warn, "Unknown")
            }
        why = user.welcome == .unknown ? Self.choice : user.welcomeWords
    }

    private static let choice = "It may have arrived. Ask the user, or send again."

    func html(_ look: Look) -> HTML {
        """
        <span class="pill\(kind)">\(look.icon(icon))\(title)</span>\(why.isEmpty ? nil : "<span class=\"why\">\(HTML.isolated(why))</span>")
        """
    }
}
