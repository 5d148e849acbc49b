package import HTTPTypes

/// One address that the door answers, and what it takes to be let in.
package struct Route: Sendable, Equatable {
    /// Whom a route lets in. The type of its handler's visit says the same, so a handler for an
    /// account can't be written without a desk.
    package enum Need: String, Sendable, CaseIterable {
        /// Answers everybody alike: no session is looked up.
        case nothing
        /// Everybody; a session is known if there is one.
        case anyone
        case session
        /// A session whose user administers a partner.
        case partner
        /// A session whose user administers the account that `{account}` names.
        case account
    }

    /// How much a request may send.
    package enum Body: Sendable {
        case small
        case spreadsheet
    }

    package let method: HTTPRequest.Method
    /// With `{name}` for what varies, such as `/api/v1/accounts/{account}`.
    package let path: String
    package let need: Need
    package let body: Body

    /// Whether an address, ready split at its slashes, is one of this route's.
    func matches(_ parts: [Substring]) -> Bool {
        let own = path.split(separator: "/")
        return own.count == parts.count
            && zip(own, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }
}
