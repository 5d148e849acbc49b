package import Directory

/// What somebody says of an application.
package struct ApplicationFields: Sendable, Equatable {
    package let name: String
    /// One character, or empty.
    package let letter: String
    package let address: WebAddress

    package init(tidied name: String, letter: String, address: WebAddress) {
        self.name = name
        self.letter = letter
        self.address = address
    }
}
