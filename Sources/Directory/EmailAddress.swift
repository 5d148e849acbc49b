/// An address that can be written to: syntax of RFC 5321 and 6531 (dot-atoms; no quoted names, no address
/// literals), domain of IDNA 2008 as browsers apply it (UTS #46, non-transitional).
package struct EmailAddress: Hashable, Sendable {
    /// The longest address and the longest part before the @, in octets (RFC 5321, 4.5.3.1).
    package static let longest = 254
    package static let longestLocalPart = 64

    /// As people see it: outer blanks and invisible characters gone, letters lower-cased, in NFC.
    package let text: String
    /// What two spellings of one address share: the text with its domain as A-labels.
    package let key: String

    /// An address that was parsed before, as when it comes from the database.
    package init(text: String, key: String) {
        self.text = text
        self.key = key
    }

    /// Parses what a person wrote.
    package init(_ text: String) throws(Malformed) {
        try self.init(text, repairsSoFar: 0)
    }

    init(_ text: String, repairsSoFar: Int) throws(Malformed) {
        if let kept = PlainAddress.kept(text) {
            self.init(text: kept, key: kept)
            return
        }
        let trimmed = text.trimming { $0.isBlank || $0.isInvisible }
        let diagnosis = AddressDiagnosis(of: trimmed, repairsSoFar: repairsSoFar)
        if let malformed = diagnosis.malformed { throw malformed }
        try self.init(local: diagnosis.local, domain: DomainName(diagnosis.domain))
    }

    private init(local: String, domain: DomainName) throws(Malformed) {
        let lowered = UnicodeText.composed(UnicodeText.lowered(UnicodeText.composed(local)))
        guard lowered.utf8.count <= Self.longestLocalPart else { throw Malformed(.nameTooLong) }
        text = lowered + "@" + domain.text
        key = lowered + "@" + domain.ascii
        guard max(text.utf8.count, key.utf8.count) <= Self.longest else {
            throw Malformed(.tooLong)
        }
    }

    package static func == (one: EmailAddress, other: EmailAddress) -> Bool {
        one.key == other.key
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(key)
    }
}
