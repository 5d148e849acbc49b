/// One future user: the five fields as the person sees and edits them.
package struct Row: Sendable, Equatable {
    package var firstName: String
    package var lastName: String
    package var name: String
    package var email: String
    /// A role's title, empty (which means User), or whatever stood in the spreadsheet.
    package var role: String

    package init(
        firstName: String = "", lastName: String = "", name: String = "", email: String = "",
        role: String = ""
    ) {
        self.firstName = firstName
        self.lastName = lastName
        self.name = name
        self.email = email
        self.role = role
    }

    package subscript(field: Field) -> String {
        get {
            switch field {
            case .firstName: firstName
            case .lastName: lastName
            case .name: name
            case .email: email
            case .role: role
            }
        }
        set {
            switch field {
            case .firstName: firstName = newValue
            case .lastName: lastName = newValue
            case .name: name = newValue
            case .email: email = newValue
            case .role: role = newValue
            }
        }
    }
    /// Nothing in any of the five fields.
    package var isBlank: Bool {
        Field.allCases.allSatisfy { self[$0].isEmpty }
    }
}
