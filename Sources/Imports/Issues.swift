/// What is wrong with a row. A row with an issue is not added; words and places are derived when shown.
package struct Issues: OptionSet, Sendable, Hashable {
    package let rawValue: Int

    package init(rawValue: Int) {
        self.rawValue = rawValue
    }

    // Row rules: this row alone
    package static let nameMissing = Issues(rawValue: 1)
    package static let nameTooLong = Issues(rawValue: 2)
    package static let emailMissing = Issues(rawValue: 4)
    package static let emailMalformed = Issues(rawValue: 8)
    package static let roleUnknown = Issues(rawValue: 16)
    // List rules: they need the others
    package static let emailTaken = Issues(rawValue: 32)
    package static let emailRepeated = Issues(rawValue: 64)

    package static let ofRow: Issues = [
        .nameMissing, .nameTooLong, .emailMissing, .emailMalformed, .roleUnknown,
    ]
    package static let ofList: Issues = [.emailTaken, .emailRepeated]

    /// Every kind, in the order in which a row names its problems.
    package static let kinds: [(issue: Issues, code: String)] = [
        (.nameMissing, "name_missing"), (.nameTooLong, "name_too_long"),
        (.emailMissing, "email_missing"), (.emailMalformed, "email_malformed"),
        (.emailTaken, "email_taken"), (.emailRepeated, "email_repeated"),
        (.roleUnknown, "role_unknown"),
    ]
}

/// What may be worth a look but never blocks: counted in the summary.
package struct Hints: OptionSet, Sendable, Hashable {
    package let rawValue: Int

    package init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// Outer blanks, invisible or control characters, or capitals of an address were put right.
    package static let tidied = Hints(rawValue: 1)
}

extension Issues {
    /// What rows with one kind of issue are called, as above the Preview.
    package static func title(ofKind code: String) -> String {
        switch code {
        case "name_missing": "No name"
        case "name_too_long": "Name too long"
        case "email_missing": "No email"
        case "email_malformed": "Email not valid"
        case "email_taken": "Already a user"
        case "email_repeated": "Same email twice"
        default: "Unknown role"
        }
    }
}
