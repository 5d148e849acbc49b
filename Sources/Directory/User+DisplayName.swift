extension User {
    /// NAME if given, else "FIRST LAST".
    package static func displayName(firstName: String, lastName: String, name: String) -> String {
        guard name.isEmpty else { return name }
        return [firstName, lastName].filter { !$0.isEmpty }.joined(separator: " ")
    }
}
