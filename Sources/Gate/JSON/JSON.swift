/// A JSON text as it was sent (RFC 8259).
package enum JSON: Sendable, Equatable {
    case null
    case truth(Bool)
    case integer(Int)
    /// A number that isn't whole, or doesn't fit; nothing here takes one.
    case fraction
    case text(String)
    case array([JSON])
    case object([String: JSON])
}
