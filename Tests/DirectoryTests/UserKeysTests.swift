import Testing

@testable import Directory

@Suite("The keys of a user, made as bytes")
struct UserKeysTests {
    private static let names = [
        "", " ", "Ana", "MÜLLER", "Dvořák", "  a\tb ", "O\u{2019}Neill", "王", "Смирнов",
        "\u{130}pek", "Łuk asz", "A\u{308}", "\u{1E9E}", "\u{7F}x", "ß", "Ana Ana",
        String(repeating: "ü", count: 400), String(repeating: "a", count: 1_500), "😀 Zoë",
    ]
    private static let addresses = [
        EmailAddress(text: "ana@example.com", key: "ana@example.com"),
        EmailAddress(text: "jö@bücher.example", key: "jö@xn--bcher-kva.example"),
        EmailAddress(text: "", key: ""),
    ]

    @Test("are those that their texts make, of whatever letters, one user after another")
    func keys() {
        var keys = UserKeys()
        for first in Self.names {
            for (last, name) in zip(Self.names, [""] + Self.names.reversed()) {
                for email in Self.addresses {
                    let shown = User.displayName(firstName: first, lastName: last, name: name)

                    Self.make(&keys, of: [first, last, name, email.text, email.key])

                    let found = SearchKey(
                        firstName: first, lastName: last, name: name, email: email)
                    #expect(keys.displayName == Array(shown.utf8))
                    #expect(keys.sortKey == Array(SortKey(of: shown).value.utf8), "\(shown)")
                    #expect(keys.searchKey == Array(found.value.utf8), "\(shown)")
                }
            }
        }
    }

    private static func make(_ keys: inout UserKeys, of texts: [String]) {
        let bytes = texts.flatMap { Array($0.utf8) }
        var ends: [Int] = []
        for text in texts { ends.append((ends.last ?? 0) + text.utf8.count) }
        keys.make(of: bytes.span, ends.span)
    }
}
