/// A link that users find on their page: their account set it up, or the partner for all its accounts.
package struct Application: Sendable, Equatable {
    package let id: ID<Application>
    package let name: String
    /// The character in its picture; empty when the name's first one will do.
    package let letter: String
    package let address: WebAddress
    /// What it is ordered by among those of its account; two may not be neighbours in numbers.
    package let place: Int

    package init(
        id: ID<Application>, name: String, letter: String, address: WebAddress, place: Int
    ) {
        self.id = id
        self.name = name
        self.letter = letter
        self.address = address
        self.place = place
    }

    /// What its picture shows.
    package var shownLetter: String {
        if !letter.isEmpty { return letter }
        let first = name.first { $0.isLetter || $0.isNumber } ?? name.first
        return first.map { $0.uppercased() } ?? ""
    }
}

/// The applications that a user of an account finds, in the order in which they stand.
package struct ApplicationLists: Sendable, Equatable {
    /// Those that the partner set up for all its accounts; they come first.
    package let fromPartner: [Application]
    package let own: [Application]

    package init(fromPartner: [Application], own: [Application]) {
        self.fromPartner = fromPartner
        self.own = own
    }
}
