/// What is said about a malformed address. The same words stand in docs/rules.md and in the vectors that the browser's
/// rules are tested with.
extension EmailAddress.Malformed {
    /// A few words for the STATUS column: what to do.
    package var status: String {
        switch reason {
        case .severalAddresses: "Keep only one address"
        case .angleBrackets: "Keep only the address in < >"
        case .mailto: "Remove “mailto:”"
        case .characterInvisible: "Remove the invisible character"
        case .atMissing: "Add the missing @"
        case .notAnAddress: "Not an email address"
        case .space: "Remove the space"
        case .atRepeated: "Use only one @"
        case .nameMissing: "Add the part before the @"
        case .domainMissing: "Add the domain after the @"
        case .comma: "Use a dot, not a comma"
        case .dotExtra: "Remove the extra dot"
        case .characterForbidden: "Remove “\(character ?? "")”"
        case .domainUnfinished: "Finish the domain"
        case .domainImpossible: "Check the domain"
        case .nameTooLong: "Shorten the part before the @"
        case .tooLong: "Shorten the email address"
        }
    }

    /// One or two sentences for the card: what is wrong and how to put it right.
    package var card: String {
        switch reason {
        case .severalAddresses: "This field holds more than one email address. Keep only one."
        case .angleBrackets: "Keep only the address in < >. The name has columns of its own."
        case .mailto: "An email address does not begin with “mailto:”. Remove it."
        case .characterInvisible:
            "This email address holds a character that cannot be seen. Remove it."
        case .atMissing:
            "This email address has no @. Add it between the name and the domain."
        case .notAnAddress:
            "This is not an email address. Enter one such as name@example.com."
        case .space: "An email address cannot have a space. Remove it."
        case .atRepeated: "An email address has only one @. Remove the others."
        case .nameMissing:
            "Nothing stands before the @. Add the user’s part of the address."
        case .domainMissing: "Nothing follows the @. Add the domain, such as example.com."
        case .comma: "An email address cannot have a comma. Use a dot."
        case .dotExtra:
            "A dot stands at an end, beside the @ or beside another dot. Remove it."
        case .characterForbidden:
            "“\(character ?? "")” cannot stand here in an email address. Remove it."
        case .domainUnfinished:
            "The part after the @ is not complete. It should end like example.com."
        case .domainImpossible:
            "This domain cannot receive email. Check the part after the @."
        case .nameTooLong: "The part before the @ can have at most 64 characters. Shorten it."
        case .tooLong: "An email address can have at most 254 characters. Shorten it."
        }
    }
}
