import COpenSSL

/// Which certificates are believed, and which versions of TLS are spoken: 1.2 and later.
///
/// A context of OpenSSL may be used by many threads at once as long as nobody changes it.
final class Trust: @unchecked Sendable {
    let context: OpaquePointer

    /// - Parameter file: Certificates in PEM instead of the system's.
    init(file: String?) throws(WireFault) {
        guard let context = SSL_CTX_new(TLS_client_method()) else { throw .openSSL }
        self.context = context
        SSL_CTX_ctrl(context, SSL_CTRL_SET_MIN_PROTO_VERSION, Int(TLS1_2_VERSION), nil)
        SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nil)
        let isLoaded =
            if let file {
                SSL_CTX_load_verify_locations(context, file, nil)
            } else {
                SSL_CTX_set_default_verify_paths(context)
            }
        guard isLoaded == 1 else {
            throw WireFault(words: "The certificates of authorities can't be read.")
        }
    }

    deinit {
        SSL_CTX_free(context)
    }
}

extension WireFault {
    /// What OpenSSL complained of first.
    static var openSSL: WireFault {
        let code = ERR_get_error()
        ERR_clear_error()
        let reason = ERR_reason_error_string(code).map { String(cString: $0) } ?? "unknown reason"
        return WireFault(words: "TLS failed: \(reason).")
    }
}
