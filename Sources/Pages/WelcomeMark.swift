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
    private var hint: HTML?

    /// - Parameter staysHere: Letters don't leave the house.
    init(of user: User, staysHere: Bool) {
        guard user.registeredAt == nil else {
            (code, kind, icon, title) = ("registered", " ok", .check, "Registered")
            return
        }
        code = user.welcome.code
        (kind, icon, title) =
            switch user.welcome {
            case .notSent: (.nothing, .dot, "Not sent")
            case .waiting: (" acc", .clock, "Waiting")
            case .sent: (" acc", .mail, Self.sent(staysHere: staysHere))
            case .failed: (" err", .alert, "Failed")
            case .unknown: (" warn", .warn, "Unknown")
            }
        why = user.welcome == .unknown ? Self.choice : user.welcomeWords
        if staysHere, user.welcome == .sent { hint = Self.place }
    }

    static func sent(staysHere: Bool) -> HTML { staysHere ? "In the mailbox" : "Sent" }

    private static let place: HTML = "No mail server is set: the email is found under Mailbox."
    private static let choice = "It may have arrived. Ask the user, or send again."

    func html(_ look: Look) -> HTML {
        """
        <span class="pill\(kind)"\(hint.map { " title=\"\($0)\"" as HTML })>\(look.icon(icon))\(title)</span>\(why.isEmpty ? nil : "<span class=\"why\">\(HTML.isolated(why))</span>")
        """
    }
}
