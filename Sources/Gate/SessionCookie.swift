package import Hummingbird

import HTTPTypes

/// The one cookie: it carries a session's secret and nothing else.
struct SessionCookie {
    /// `__Host-` binds the cookie to this very host and to TLS; plain loopback can't have it.
    let name: String
    private let isSecure: Bool

    init(_ rules: GateRules) {
        isSecure = rules.isSecure
        name = isSecure ? "__Host-rollbook" : "rollbook"
    }

    /// The secret in `Cookie` headers; nil unless there is exactly one and it looks like one of ours.
    func token(in headers: [String]) -> String? {
        let pairs = headers.flatMap { $0.split(separator: ";") }
        let beginning = name + "="
        let found = pairs.compactMap { pair -> Substring? in
            let pair = pair.drop { $0 == " " }
            return pair.hasPrefix(beginning) ? pair.dropFirst(beginning.utf8.count) : nil
        }
        guard found.count == 1, let token = found.first, token.utf8.count == 43,
            token.utf8.allSatisfy({ $0.isBase64URL })
        else { return nil }
        return String(token)
    }

    private var attributes: String {
        "; Path=/; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "")
    }

    func giving(_ token: String) -> String { "\(name)=\(token)\(attributes)" }
    var taking: String { "\(name)=; Max-Age=0\(attributes)" }
}

extension UInt8 {
    fileprivate var isBase64URL: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}

extension Visit {
    /// Puts a new session's secret into the answer.
    package func signingIn(with token: String, _ response: Response) -> Response {
        var response = response
        response.headers[.setCookie] = SessionCookie(rules).giving(token)
        return response
    }

    /// Takes the cookie away from the caller.
    package func signingOut(_ response: Response) -> Response {
        var response = response
        response.headers[.setCookie] = SessionCookie(rules).taking
        return response
    }
}
