/// The server that takes our letters, as the settings name it.
package struct SMTPServer: Sendable, Equatable {
    /// How the connection is kept from being read by others.
    package enum Security: Sendable, Equatable {
        /// By TLS from the first byte.
        case tls
        /// By TLS from STARTTLS on; a server that doesn't offer it gets nothing.
        case startTLS
        /// Not at all.
        case none
    }

    package struct Credentials: Sendable, Equatable {
        package let user: String
        package let password: String

        package init(user: String, password: String) {
            self.user = user
            self.password = password
        }
    }

    package var host: String
    package var port: Int
    package var security: Security
    package var credentials: Credentials?
    /// How we introduce ourselves; nil: by our network address.
    package var ownName: String?
    /// Certificates in PEM that are believed instead of the system's.
    package var trustFile: String?

    package init(
        host: String, port: Int, security: Security, credentials: Credentials? = nil,
        ownName: String? = nil, trustFile: String? = nil
    ) {
        self.host = host
        self.port = port
        self.security = security
        self.credentials = credentials
        self.ownName = ownName
        self.trustFile = trustFile
    }
}
