/// The limits and deadlines that the door keeps; each is a setting.
package struct GateRules: Sendable {
    /// The address that browsers open, such as `https://rollbook.example`; nil on plain loopback.
    package var publicURL: String?
    /// Where uploads are spooled: a directory that nobody else reads.
    package var spoolDirectory = "."
    /// Bytes of an uploaded spreadsheet, and of any other request's body.
    package var spreadsheetBytes = 256 << 20
    package var bodyBytes = 1 << 20
    /// Bytes that all uploads on their way take together.
    package var spoolBytes = 1 << 30
    /// Bytes of a request's line and headers together.
    package var headerBytes = 64 << 10
    /// Seconds until the headers must be there.
    package var headerSeconds: Int64 = 10
    /// Seconds of a window in which a body must bring `bytesPerSecond` on average.
    package var bodySeconds: Int64 = 10
    package var bytesPerSecond = 1024
    /// Seconds that a connection may rest between requests.
    package var idleSeconds: Int64 = 60
    package var connections = 4_096
    package var connectionsPerSource = 64
    /// Our own proxies: what they say of where a request comes from is believed.
    package var proxies: Set<NetworkAddress> = []

    package init() {}

    /// Browsers reach the server through TLS.
    var isSecure: Bool { publicURL?.hasPrefix("https://") ?? false }
}
