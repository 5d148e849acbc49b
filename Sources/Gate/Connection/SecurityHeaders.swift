import NIOHTTP1

/// The headers that stand on every response, whoever made it.
struct SecurityHeaders {
    static let policy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'",
        "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "object-src 'none'",
        "frame-src 'self'", "frame-ancestors 'none'", "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ]

    /// The one exception: an email shown in a frame of ours. It brings its own styles, nothing in it
    /// runs, and it is of no origin; a link opens beside it, if the frame's own `sandbox` lets it.
    static let letterPolicy = [
        "default-src 'none'", "style-src 'unsafe-inline'", "base-uri 'none'", "form-action 'none'",
        "frame-ancestors 'self'", "sandbox allow-popups allow-popups-to-escape-sandbox",
    ].joined(separator: "; ")

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
    /// their content, say anything. Of policies there is one other: `letterPolicy`.
    func add(to headers: inout HTTPHeaders) {
        let isLetter = headers["Content-Security-Policy"] == [Self.letterPolicy]
        for (name, value) in Self.table { headers.replaceOrAdd(name: name, value: value) }
        if isLetter {
            headers.replaceOrAdd(name: "Content-Security-Policy", value: Self.letterPolicy)
        }
        if isSecure {
            headers.replaceOrAdd(name: Self.transport.0, value: Self.transport.1)
        }
        if !headers.contains(name: "Cache-Control") {
            headers.add(name: "Cache-Control", value: "no-store")
        }
    }
}
