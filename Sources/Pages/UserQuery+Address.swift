import Desk
import Directory
import Gate

extension UserQuery {
    /// As it stands in addresses: whoever comes back to the list finds it as it was.
    var pairs: [(key: String, value: String?)] {
        [
            ("search", search.isEmpty ? nil : search), ("role", role?.rawValue),
            ("welcome", quietDays.map { "quiet_\($0)" } ?? welcome?.rawValue),
            ("draft", draft.map { "\($0)" }),
            ("after", after?.text),
        ]
    }

    /// An empty field of the form means that nothing is asked for.
    init(_ query: inout FormFields) throws {
        self.init()
        search = try query.optional("search") ?? ""
        role = try query.optional("role").flatMap { $0.isEmpty ? nil : $0 }.map { text in
            guard let role = Role(rawValue: text) else {
                throw Refusal.wrongValue("role", "user or account_admin")
            }
            return role
        }
        if let text = try query.optional("welcome"), !text.isEmpty { try narrow(to: text) }
        draft = try query.number("draft", in: 1...Int.max)
        after = try query.optional("after").map { PageMark(text: $0) }
    }

    /// The people to remind: `quiet_7` got their email seven days ago or earlier, and nothing followed.
    static let daysOfQuiet = [3, 7, 14, 30]

    private mutating func narrow(to text: String) throws {
        welcome = WelcomeFilter(rawValue: text)
        quietDays = Self.daysOfQuiet.first { "quiet_\($0)" == text }
        guard welcome != nil || quietDays != nil else {
            throw Refusal.wrongValue("welcome", "a state of the welcome email")
        }
    }
}
