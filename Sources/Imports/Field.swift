/// The five columns of the template, in their order.
package enum Field: Int, Sendable, CaseIterable, Codable {
    case firstName
    case lastName
    case name
    case email
    case role

    /// The heading in the template.
    package var heading: String {
        switch self {
        case .firstName: "FIRST NAME"
        case .lastName: "LAST NAME"
        case .name: "NAME"
        case .email: "EMAIL"
        case .role: "ROLE"
        }
    }

    /// The key in JSON and the column in tables.
    package var key: String {
        switch self {
        case .firstName: "first_name"
        case .lastName: "last_name"
        case .name: "name"
        case .email: "email"
        case .role: "role"
        }
    }
}
