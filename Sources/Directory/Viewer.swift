/// Who asks. What a viewer may do is looked up inside each transaction, never carried along.
package enum Viewer: Sendable, Hashable {
    /// A signed-in user.
    case user(ID<User>, of: ID<Account>)
    /// The operator of the machine, at its command line.
    case commandLine
}
