import Directory

/// What the parser of addresses promises for any text at all.
enum AddressPromises {
    /// The promise that a text breaks, in words; nil if all are kept.
    static func broken(by text: String) -> String? {
        do throws(EmailAddress.Malformed) {
            let address = try EmailAddress(text)
            return broken(by: address) ?? brokenByTheLongWay(text, address)
        } catch {
            return broken(by: error)
        }
    }

    private static func broken(by address: EmailAddress) -> String? {
        guard let again = try? EmailAddress(address.key) else { return "the key is no address" }
        guard isSame(again.key, address.key) else { return "the key has another key" }
        guard let shown = try? EmailAddress(address.text) else {
            return "what is shown is no address"
        }
        guard isSame(shown.text, address.text) else { return "what is shown is shown otherwise" }
        guard isSame(shown.key, address.key) else { return "what is shown has another key" }
        guard max(address.key.utf8.count, address.text.utf8.count) <= EmailAddress.longest else {
            return "it is too long"
        }
        guard address.text.unicodeScalars.count(where: { $0 == "@" }) == 1 else {
            return "there is not one @"
        }
        return address.text.unicodeScalars.contains { $0.isBlank || $0.isControl }
            ? "a blank or control character is left" : nil
    }

    /// A character that is trimmed keeps the quick way for plain addresses from being taken.
    private static func brokenByTheLongWay(_ text: String, _ address: EmailAddress) -> String? {
        guard let other = try? EmailAddress("\u{200B}" + text) else {
            return "the long way refuses it"
        }
        return isSame(other.key, address.key) && isSame(other.text, address.text)
            ? nil : "the long way reads it otherwise"
    }

    private static func broken(by malformed: EmailAddress.Malformed) -> String? {
        if malformed.status.isEmpty || malformed.card.isEmpty { return "there are no words" }
        if Set(malformed.repairs).count != malformed.repairs.count {
            return "a repair stands twice"
        }
        if malformed.repairs.count > 5 { return "there are too many repairs" }
        for repair in malformed.repairs {
            guard let address = try? EmailAddress(repair) else { return "a repair is no address" }
            guard isSame(address.text, repair) else { return "a repair would be tidied" }
        }
        return nil
    }

    /// Byte for byte; Swift's `==` takes composed and decomposed letters for equal.
    private static func isSame(_ one: String, _ other: String) -> Bool {
        one.utf8.elementsEqual(other.utf8)
    }
}
