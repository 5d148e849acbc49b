import CIDN2

/// The domain of an address: at least two labels, each fit for the DNS.
struct DomainName {
    private static let aLabel = Array("xn--".utf8)

    /// As people read it: lower-cased, in NFC; what was written as A-labels stays so.
    let text: String
    /// Lower-case A-labels.
    let ascii: String

    init(_ written: String) throws(EmailAddress.Malformed) {
        guard let ascii = Self.ascii(written) else {
            throw EmailAddress.Malformed(.domainImpossible)
        }
        try Self.check(ascii)
        guard BidiRule.isKept(by: Self.labels(ascii)) else {
            throw EmailAddress.Malformed(.domainImpossible)
        }
        text = Self.readable(written, ascii: ascii)
        self.ascii = ascii
    }

    private static func readable(_ written: String, ascii: String) -> String {
        if UnicodeText.isASCII(written) { return ascii }
        let lowered = UnicodeText.composed(UnicodeText.lowered(UnicodeText.composed(written)))
        // For a few letters (İ) IDNA's mapping is another one: those stay as they were written.
        let isSafe = lowered.utf8.elementsEqual(written.utf8) || Self.ascii(lowered) == ascii
        return isSafe ? lowered : written
    }

    /// IDNA 2008 through UTS #46, non-transitional: what browsers do. Nil: no such name can exist.
    private static func ascii(_ written: String) -> String? {
        if UnicodeText.isASCII(written), !hasALabel(written) { return written.lowercased() }
        var result: UnsafeMutablePointer<CChar>?
        let flags = Int32(IDN2_NONTRANSITIONAL.rawValue) | Int32(IDN2_NFC_INPUT.rawValue)
        guard idn2_to_ascii_8z(written, &result, flags) == IDN2_OK.rawValue, let result else {
            return nil
        }
        defer { idn2_free(result) }
        return String(cString: result)
    }

    /// The labels as people read them.
    private static func labels(_ ascii: String) -> [Substring] {
        guard hasALabel(ascii) else { return [] }
        var result: UnsafeMutablePointer<CChar>?
        guard idn2_to_unicode_8z8z(ascii, &result, 0) == IDN2_OK.rawValue, let result else {
            return []
        }
        defer { idn2_free(result) }
        return String(cString: result).split(separator: ".")
    }

    /// Whether a label begins with `xn--`, in any letter case.
    private static func hasALabel(_ written: String) -> Bool {
        var matched: Int? = 0
        for byte in written.utf8 {
            if byte == UInt8(ascii: ".") {
                matched = 0
            } else if let so = matched {
                matched = byte | 0x20 == aLabel[so] ? so + 1 : nil
                if matched == aLabel.count { return true }
            }
        }
        return false
    }

    /// libidn2 lets empty labels and underscores through, so every label is looked at.
    private static func check(_ ascii: String) throws(EmailAddress.Malformed) {
        let labels = ascii.utf8.split(
            separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard ascii.utf8.count <= 253, labels.allSatisfy(isLabel) else {
            throw EmailAddress.Malformed(.domainImpossible)
        }
        guard labels.count > 1, let last = labels.last else {
            throw EmailAddress.Malformed(.domainUnfinished)
        }
        if last.allSatisfy(isDigit) { throw EmailAddress.Malformed(.domainImpossible) }
        if last.count == 1 { throw EmailAddress.Malformed(.domainUnfinished) }
    }

    private static func isLabel(_ label: Substring.UTF8View) -> Bool {
        (1...63).contains(label.count) && label.first != UInt8(ascii: "-")
            && label.last != UInt8(ascii: "-")
            && label.allSatisfy {
                AddressSyntax.isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-")
            }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
