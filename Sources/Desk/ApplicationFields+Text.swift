import Directory
import Imports
import Store

extension ApplicationFields {
    private static let longestName = 100
    /// Of the longest signs that are one character to people, such as a family or a flag.
    private static let longestLetter = 16

    /// As somebody wrote them.
    /// - Throws: `Refusal` with `wrongValue` and the field: `name`, `letter` or `address`.
    init(name: String, letter: String, address: String) throws(Refusal) {
        let name = TidiedText(name).value
        guard !name.isEmpty else {
            throw Self.refusal("name", "The name is missing.", "Write what people call it.")
        }
        guard name.unicodeScalars.count <= Self.longestName else {
            throw Self.refusal(
                "name", "The name has more than \(Self.longestName) characters.", "Shorten it.")
        }
        let letter = TidiedText(letter).value
        guard letter.count <= 1, letter.unicodeScalars.count <= Self.longestLetter else {
            throw Self.refusal(
                "letter", "The picture has room for one letter.",
                "Use one letter, digit or sign, or none.")
        }
        self.init(tidied: name, letter: letter, address: try Self.address(address))
    }

    /// - Throws: `Refusal` for an address that one of the others has already.
    func requireOwnAddress(among others: [Application]) throws(Refusal) {
        guard let same = others.first(where: { $0.address.text == address.text }) else { return }
        throw Self.refusal(
            "address", "\(same.name) has this address already.",
            "Write another one, or change \(same.name).")
    }

    private static func address(_ written: String) throws(Refusal) -> WebAddress {
        do {
            return try WebAddress(completing: written)
        } catch {
            let (message, remedy) = words(for: error)
            throw refusal("address", message, remedy)
        }
    }

    private static func words(for problem: WebAddress.Malformed) -> (String, String) {
        switch problem {
        case .missing:
            ("The address is missing.", "Copy it from the browser, where the application is open.")
        case .tooLong:
            ("The address has more than \(WebAddress.longest) characters.", "Use a shorter one.")
        case .schemeMissing:
            ("The address begins with neither https:// nor http://.", "Write it in full.")
        case .unreadable:
            (
                "The address has a space, a backslash or an invisible character in it.",
                "Copy it from the browser, where the application is open."
            )
        case .namesSomebody:
            (
                "The address has a user name before an @.",
                "Leave that out: everybody gets the same link."
            )
        case .hostImpossible:
            ("There can be no such server.", "Check what stands between :// and the next slash.")
        }
    }

    private static func refusal(_ field: String, _ message: String, _ remedy: String) -> Refusal {
        Refusal(.wrongValue, message, remedy: remedy, field: field)
    }
}
