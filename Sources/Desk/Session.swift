package import Directory

/// A signed-in user with what the console shows of them.
package struct Session: Sendable {
    package let viewer: Viewer
    package let user: User
    package let account: Account
    /// An Account Admin of `account`.
    package let isAdmin: Bool
    /// An Account Admin of a partner: looks after other accounts too.
    package let isPartner: Bool

    package init(viewer: Viewer, user: User, account: Account, isAdmin: Bool, isPartner: Bool) {
        self.viewer = viewer
        self.user = user
        self.account = account
        self.isAdmin = isAdmin
        self.isPartner = isPartner
    }
}

/// What a right address and password lead to.
package enum SignIn: Sendable {
    /// Signed in: the secret for the cookie (43 letters of base64url, shown once), and who it is.
    case session(token: String, Session)
    /// The same address and password are right in several accounts: ask which.
    case choose([Account])
}

/// Where a request comes from.
package struct Origin: Sendable, Hashable {
    /// The caller's network address.
    package let source: String
    package let agent: String

    package init(source: String, agent: String) {
        self.source = source
        self.agent = agent
    }
}
