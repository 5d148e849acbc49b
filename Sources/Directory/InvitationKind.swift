/// What an invitation lets its user do.
package enum InvitationKind: String, Sendable, CaseIterable {
    /// Register.
    case welcome
    /// Choose another password for a forgotten one.
    case password
}
