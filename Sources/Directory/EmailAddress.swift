/// An address that can be written to: syntax of RFC 5321 and 6531, domain of IDNA 2008.
package struct EmailAddress: Hashable, Sendable {
    /// As people see it: outer blanks and invisible characters gone, otherwise as written.
    package let text: String
    /// What two spellings of one address share: NFC, domain as lower-case A-labels, local part
    /// lower-cased by simple mapping.
    package let key: String

    package init(text: String, key: String) {
        self.text = text
        self.key = key
    }

    package static func == (one: EmailAddress, other: EmailAddress) -> Bool {
        one.key == other.key
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(key)
    }
}
