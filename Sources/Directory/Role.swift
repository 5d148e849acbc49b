/// What a user may do in an account. There are two roles, and no spreadsheet can grant more.
package enum Role: String, Sendable, CaseIterable, Codable {
    case user
    case accountAdmin = "account_admin"

    /// As people read and write it.
    package var title: String {
        switch self {
        case .user: "User"
        case .accountAdmin: "Account Admin"
        }
    }
}

extension Role {
    /// The role that a person wrote: its title, in any case of its ASCII letters. Blank is no role here.
    package init?(title: String) {
        if let role = Role.allCases.first(where: { $0.title == title }) {
            self = role
            return
        }
        let lowered = title.trimming(\.isBlank).lowercased()
        guard let role = Role.allCases.first(where: { $0.title.lowercased() == lowered }) else {
            return nil
        }
        self = role
    }
}
