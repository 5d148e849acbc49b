extension EmailAddress {
    /// Why a text is no address, and the spellings that would be.
    package struct Malformed: Error, Hashable, Sendable {
        package let reason: Reason
        /// For `characterForbidden`: the first character that can't stand where it stands.
        package let character: String?
        /// Right addresses that may have been meant. Exactly one: it may be applied by one press.
        package let repairs: [String]

        init(_ reason: Reason, character: String? = nil, repairs: [String] = []) {
            self.reason = reason
            self.character = character
            self.repairs = repairs
        }

        package var onlyRepair: String? {
            repairs.count == 1 ? repairs[0] : nil
        }
    }
}

extension EmailAddress.Malformed {
    /// Stable names, in the order in which they are looked for: a text has the first that fits.
    package enum Reason: String, Sendable, CaseIterable {
        /// `ana@x.com; ben@x.com`
        case severalAddresses = "several_addresses"
        /// `Ana <ana@x.com>`
        case angleBrackets = "angle_brackets"
        /// `mailto:ana@x.com`
        case mailto
        /// A zero-width or control character inside.
        case characterInvisible = "character_invisible"
        case atMissing = "at_missing"
        /// No @ and nothing like a domain: `n/a`, `tbd`.
        case notAnAddress = "not_an_address"
        /// Any white space, beside the @, in the domain or inside the name.
        case space
        case atRepeated = "at_repeated"
        /// Nothing before the @.
        case nameMissing = "name_missing"
        /// Nothing after the @.
        case domainMissing = "domain_missing"
        case comma
        /// At an end, doubled, or beside the @.
        case dotExtra = "dot_extra"
        case characterForbidden = "character_forbidden"
        /// No dot, or one letter after the last.
        case domainUnfinished = "domain_unfinished"
        /// No such name can exist in the DNS.
        case domainImpossible = "domain_impossible"
        /// More than 64 octets before the @.
        case nameTooLong = "name_too_long"
        /// More than 254 octets.
        case tooLong = "too_long"
    }
}
