import Desk
import Directory
import Gate

extension UserQuery {
    /// As it stands in addresses: whoever comes back to the list finds it as it was.
    var pairs: [(key: String, value: String?)] {
        [
            ("search", search.isEmpty ? nil : search), ("role", role?.rawValue),
            ("welcome", welcome?.rawValue), ("draft", draft.map { "\($0)" }),
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
        welcome = try query.optional("welcome").flatMap { $0.isEmpty ? nil : $0 }.map { text in
            guard let filter = WelcomeFilter(rawValue: text) else {
                throw Refusal.wrongValue("welcome", "a state of the welcome email")
            }
            return filter
        }
        draft = try query.number("draft", in: 1...Int.max)
        after = try query.optional("after").map { PageMark(text: $0) }
    }
}
