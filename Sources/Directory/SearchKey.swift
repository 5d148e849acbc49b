/// What is searched to find a user: name and address, folded. A search is a part of it, folded the same way.
package struct SearchKey: Sendable, Hashable {
    package let value: String

    /// Line ends part the pieces, and no folded text has one: a search never matches across two pieces.
    package init(firstName: String, lastName: String, name: String, email: EmailAddress) {
        let pieces =
            [name, firstName + " " + lastName, email.text]
            + (email.key == email.text ? [] : [email.key])
        var folded: [String] = []
        for piece in pieces.map({ FoldedText(of: $0).value }) where !piece.isEmpty {
            if !folded.contains(piece) { folded.append(piece) }
        }
        value = folded.joined(separator: "\n")
    }
}
