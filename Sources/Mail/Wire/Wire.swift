/// Bytes to a server and back, in the open at first, and through TLS from some point on.
final class Wire {
    private let socket: Socket
    private let host: String
    private var tls: TLSSession?

    private static let block = 32_768

    init(host: String, port: Int, within seconds: Double) throws(WireFault) {
        socket = try Socket(host: host, port: port, within: seconds)
        self.host = host
    }

    var ownAddress: String { socket.ownAddress }

    func secure(_ trust: Trust, within seconds: Double) throws(WireFault) {
        tls = try TLSSession(over: socket, host: host, trust, by: Deadline(within: seconds))
    }

    func read(by deadline: Deadline) throws(WireFault) -> [UInt8] {
        if let tls { try tls.read(by: deadline) } else { try socket.read(by: deadline) }
    }

    /// The bytes that are here already; nil if there are none.
    func readWaiting() throws(WireFault) -> [UInt8]? {
        if let tls { try tls.readWaiting() } else { try socket.readWaiting() }
    }

    /// Sends all of it; each block has the time of its own (RFC 5321, 4.5.3.2.5).
    func write(_ bytes: [UInt8], within seconds: Double) throws(WireFault) {
        for start in stride(from: 0, to: bytes.count, by: Self.block) {
            let isAll = bytes.count <= Self.block
            let block = isAll ? bytes : Array(bytes[start...].prefix(Self.block))
            let deadline = Deadline(within: seconds)
            if let tls {
                try tls.write(block, by: deadline)
            } else {
                try socket.write(block, by: deadline)
            }
        }
    }
}
