import NIOHTTP1

/// The headers that stand on every response, whoever made it.
struct SecurityHeaders {
    static let policy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'",
        "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "object-src 'none'",
        "frame-src 'self'", "frame-ancestors 'none'", "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ]

    static let table: [(name: String, value: String)] = [
        ("Content-Security-Policy", policy.joined(separator: "; ")),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        (
            "Permissions-Policy",
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
                + "magnetometer=(), microphone=(), midi=(), payment=(), usb=()"
        ),
    ]

    /// Two years (RFC 6797); only where browsers come through TLS.
    static let transport = ("Strict-Transport-Security", "max-age=63072000")

    let isSecure: Bool

    /// What a response says itself about caching stays: only assets, whose addresses change with
    /// their content, say anything.
    func add(to headers: inout HTTPHeaders) {
        for (name, value) in Self.table { headers.replaceOrAdd(name: name, value: value) }
        if isSecure {
            headers.replaceOrAdd(name: Self.transport.0, value: Self.transport.1)
        }
        if !headers.contains(name: "Cache-Control") {
            headers.add(name: "Cache-Control", value: "no-store")
        }
    }
}
