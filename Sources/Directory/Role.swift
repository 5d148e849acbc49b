/// What a user may do in an account. There are two roles, and no spreadsheet can grant more.
package enum Role: String, Sendable, CaseIterable {
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
