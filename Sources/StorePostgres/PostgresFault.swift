/// What the server said to a statement; never what was bound to it.
package struct PostgresFault: Error, CustomStringConvertible {
    /// The five letters by which SQL names a condition.
    package let state: String
    package let message: String
    package let statement: String

    /// There is no server, or the connection to it is gone. Whether a commit that was on its way
    /// arrived is not known.
    static let connectionLost = "08006"

    /// Another transaction was in the way: the same work, done again, finds what that one left.
    var isConflict: Bool {
        state == "40001" || state == "40P01"
    }

    package var description: String {
        let place = statement.isEmpty ? "" : " in: \(statement)"
        return "PostgreSQL \(state): \(message)\(place)"
    }
}
