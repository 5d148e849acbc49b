package import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore

#if canImport(Glibc)
    import Glibc
#endif

/// The HTTP server behind a door.
package enum Server {
    /// - Parameters:
    ///   - port: 0 takes any free one.
    ///   - onRunning: Called with the port once connections are accepted.
    package static func application(
        _ responder: some HTTPResponder<Doorway>, host: String, port: Int, rules: GateRules,
        logger: Logger, onRunning: @escaping @Sendable (Int) async -> Void
    ) -> some ApplicationProtocol {
        Application(
            responder: responder,
            server: .house(rules),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { channel in
                await onRunning(channel.localAddress?.port ?? port)
            },
            logger: logger)
    }

    /// Whether a server couldn't start because another program listens on its port.
    package static func isPortTaken(_ error: any Error) -> Bool {
        (error as? IOError)?.errnoCode == EADDRINUSE
    }

    /// Whether a server couldn't start because the machine has no such address, or nobody knows it.
    package static func isAddressAbsent(_ error: any Error) -> Bool {
        error is SocketAddressError.UnknownHost || (error as? IOError)?.errnoCode == EADDRNOTAVAIL
    }
}
