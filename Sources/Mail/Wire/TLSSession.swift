import COpenSSL

/// TLS over a socket. OpenSSL sees only memory: the bytes go through the socket, so that its deadlines
/// hold, and a connection that broke raises no signal.
final class TLSSession {
    private let session: OpaquePointer
    /// What came from the server, and what goes to it; the session owns both.
    private let incoming: OpaquePointer
    private let outgoing: OpaquePointer
    private let socket: Socket

    /// Shakes hands, and makes sure that the certificate is the host's.
    init(
        over socket: Socket, host: String, _ trust: Trust, by deadline: Deadline
    ) throws(WireFault) {
        guard let session = SSL_new(trust.context), let incoming = BIO_new(BIO_s_mem()),
            let outgoing = BIO_new(BIO_s_mem())
        else { throw .openSSL }
        self.session = session
        self.incoming = incoming
        self.outgoing = outgoing
        self.socket = socket
        SSL_set_bio(session, incoming, outgoing)
        try name(host)
        try shakeHands(by: deadline)
    }

    deinit {
        SSL_free(session)
    }

    func read(by deadline: Deadline) throws(WireFault) -> [UInt8] {
        while true {
            if let bytes = try decrypted() { return bytes }
            try flush(by: deadline)
            try feed(socket.read(by: deadline))
        }
    }

    /// The bytes that are here already; nil if there are none.
    func readWaiting() throws(WireFault) -> [UInt8]? {
        if let bytes = try decrypted() { return bytes }
        guard let more = try socket.readWaiting() else { return nil }
        try feed(more)
        return try decrypted()
    }

    func write(_ bytes: [UInt8], by deadline: Deadline) throws(WireFault) {
        guard !bytes.isEmpty else { return }
        var written = 0
        let answer = bytes.withUnsafeBytes {
            SSL_write_ex(session, $0.baseAddress, $0.count, &written)
        }
        guard answer == 1, written == bytes.count else { throw .openSSL }
        try flush(by: deadline)
    }
}

extension TLSSession {
    private func name(_ host: String) throws(WireFault) {
        guard SSL_set1_host(session, host) == 1 else { throw .openSSL }
        let isName = host.utf8.contains { $0 > UInt8(ascii: "9") } && !host.contains(":")
        guard isName else { return }
        let answer = host.withCString {
            SSL_ctrl(
                session, SSL_CTRL_SET_TLSEXT_HOSTNAME, Int(TLSEXT_NAMETYPE_host_name),
                UnsafeMutableRawPointer(mutating: $0))
        }
        guard answer == 1 else { throw .openSSL }
    }

    private func shakeHands(by deadline: Deadline) throws(WireFault) {
        while true {
            ERR_clear_error()
            let answer = SSL_connect(session)
            let reason = answer == 1 ? SSL_ERROR_NONE : SSL_get_error(session, answer)
            let fault = answer == 1 || reason == SSL_ERROR_WANT_READ ? nil : handshakeFault
            // What OpenSSL has to say to the server, also that it won't go on.
            try flush(by: deadline)
            if let fault { throw fault }
            if answer == 1 { return }
            try feed(socket.read(by: deadline))
        }
    }

    private var handshakeFault: WireFault {
        let verdict = SSL_get_verify_result(session)
        guard verdict != Int(X509_V_OK) else { return .openSSL }
        ERR_clear_error()
        let reason = String(cString: X509_verify_cert_error_string(verdict))
        return WireFault(words: "The server's certificate is not trusted: \(reason).")
    }

    private func decrypted() throws(WireFault) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 8192)
        var count = 0
        ERR_clear_error()
        let answer = SSL_read_ex(session, &buffer, buffer.count, &count)
        if answer == 1 { return Array(buffer[..<count]) }
        switch SSL_get_error(session, answer) {
        case SSL_ERROR_WANT_READ: return nil
        case SSL_ERROR_ZERO_RETURN: throw .closed
        default: throw .openSSL
        }
    }

    private func feed(_ bytes: [UInt8]) throws(WireFault) {
        guard BIO_write(incoming, bytes, CInt(bytes.count)) == CInt(bytes.count) else {
            throw .openSSL
        }
    }

    private func flush(by deadline: Deadline) throws(WireFault) {
        let waiting = BIO_ctrl_pending(outgoing)
        guard waiting > 0 else { return }
        var bytes = [UInt8](repeating: 0, count: waiting)
        let count = BIO_read(outgoing, &bytes, CInt(waiting))
        guard count == CInt(waiting) else { throw .openSSL }
        try socket.write(bytes, by: deadline)
    }
}
