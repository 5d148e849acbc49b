/// A number that names one account, user or draft; the kind keeps an account's from being taken for a user's.
package struct ID<Kind>: Hashable, Sendable {
    package let value: Int64

    package init(_ value: Int64) {
        self.value = value
    }
}

extension ID: Comparable {
    package static func < (one: Self, other: Self) -> Bool {
        one.value < other.value
    }
}
