import Foundation
import Testing

@testable import Gate

/// One request in plain words.
struct Ask: Sendable {
    var method: String
    var path: String
    var headers: [(String, String)] = []
    var body: [UInt8] = []

    init(_ method: String, _ path: String) {
        self.method = method
        self.path = path
    }

    func with(_ name: String, _ value: String) -> Ask {
        var ask = self
        ask.headers.append((name, value))
        return ask
    }

    func json(_ text: String) -> Ask {
        var ask = with("Content-Type", "application/json")
        ask.body = Array(text.utf8)
        return ask
    }

    func body(_ text: String) -> Ask {
        var ask = self
        ask.body = Array(text.utf8)
        return ask
    }

    /// As the console's own pages ask.
    var sameOrigin: Ask { with("Sec-Fetch-Site", "same-origin") }

    func by(_ caller: Caller) -> Ask {
        caller.cookie.map { with("Cookie", $0) } ?? self
    }

    func bytes(port: Int) -> [UInt8] {
        let hasLength = !body.isEmpty || !["GET", "HEAD"].contains(method)
        return (hasLength ? with("Content-Length", "\(body.count)") : self).head(port: port) + body
    }

    func head(port: Int) -> [UInt8] {
        let lines = headers.map { "\($0.0): \($0.1)\r\n" }.joined()
        return Array(
            "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\(lines)\r\n".utf8)
    }
}

/// Somebody with a cookie, or without.
struct Caller: Sendable {
    let name: String
    let cookie: String?

    static let anonymous = Caller(name: "anonymous", cookie: nil)
}

extension TestHouse {
    func ask(_ ask: Ask) async throws -> Answer {
        let port = port
        let answer = try await blocking {
            let wire = try Wire(port: port)
            try wire.send(ask.with("Connection", "close").bytes(port: port))
            return try wire.receive(toHead: ask.method == "HEAD")
        }
        answer.expectSecurityHeaders(at: ask.path)
        return answer
    }
}

extension Answer {
    /// Asked of every answer that any test gets: each route with each status that it was given.
    func expectSecurityHeaders(at path: String) {
        for (name, value) in SecurityHeaders.table {
            let isLetter = self[name] == SecurityHeaders.letterPolicy && path.isOfLetter
            #expect(isLetter || self[name] == value, "\(path): \(status)")
        }
        let isAsset = status == 200 && path.hasPrefix("/assets/")
        #expect(isAsset || self["Cache-Control"] == "no-store", "\(path): \(status)")
        #expect(self["Server"] == nil)
    }
}

extension String {
    /// Whether emails are framed under this address.
    fileprivate var isOfLetter: Bool { hasSuffix("/letter") || hasSuffix("/frame") }
}
