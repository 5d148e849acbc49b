import Directory
import HTTPTypes
import Hummingbird
import Testing

@testable import Gate

/// Every response has every header of the table, whoever made it.
@Suite struct SecurityHeaderTests {
    @Test(arguments: [
        "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /nothing/here HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /api/v1/me HTTP/1.1\r\nHost: a\r\n\r\n",
        "DELETE /api/v1/me HTTP/1.1\r\nHost: a\r\nSec-Fetch-Site: same-origin\r\n\r\n",
        "POST /api/v1/session HTTP/1.1\r\nHost: a\r\nContent-Length: 9999999\r\n\r\n",
        "POST /api/v1/session HTTP/1.1\r\nHost: a\r\nSec-Fetch-Site: same-origin\r\n"
            + "Content-Length: 9999999\r\n\r\n",
        "POST /api/v1/session HTTP/1.1\r\nHost: a\r\nSec-Fetch-Site: same-origin\r\n"
            + "Content-Length: 2\r\nContent-Type: application/json\r\n\r\n{}",
        "GET /broken HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET / HTTP/9.7\r\nHost: a\r\n\r\n",
        "NONSENSE\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
        "OPTIONS /healthz HTTP/1.1\r\nHost: a\r\n\r\n",
        "HEAD /nothing HTTP/1.1\r\nHost: a\r\n\r\n",
    ])
    func everyResponseHasThem(_ request: String) async throws {
        try await TestHouse.open(add: { door in
            door.open(.get, "/broken") { _ in throw Broken() }
        }) { house in
            let port = house.port
            let answer = try await blocking {
                let wire = try Wire(port: port)
                try wire.send(request)
                return try wire.receive(toHead: request.hasPrefix("HEAD"))
            }

            for (name, value) in SecurityHeaders.table { #expect(answer[name] == value) }
            #expect(answer["Cache-Control"] == "no-store")
            #expect(answer["Server"] == nil)
            #expect(answer["Strict-Transport-Security"] == nil)
        }
    }

    @Test func behindTLSBrowsersAreToldToStayThere() async throws {
        try await TestHouse.open({ $0.publicURL = "https://rollbook.example" }) { house in
            let answer = try await house.ask(Ask("GET", "/healthz"))

            #expect(answer["Strict-Transport-Security"] == "max-age=63072000")
        }
    }

    @Test func onlyALetterInItsFrameMayHaveStylesOfItsOwnAndNothingInItRuns() async throws {
        try await TestHouse.open(add: { door in
            door.open(.get, "/letter") { _ in .letter("<head></head>") }
            door.open(.get, "/lax") { _ in
                Response(
                    status: .ok, headers: [.contentSecurityPolicy: "default-src *"],
                    body: ResponseBody())
            }
        }) { house in
            let letter = try await house.ask(Ask("GET", "/letter"))
            let policy = letter["Content-Security-Policy"]?.split(separator: "; ").map(String.init)
            #expect(
                Set(policy ?? []) == [
                    "default-src 'none'", "style-src 'unsafe-inline'", "base-uri 'none'",
                    "form-action 'none'", "frame-ancestors 'self'",
                    "sandbox allow-popups allow-popups-to-escape-sandbox",
                ])
            #expect(letter["X-Content-Type-Options"] == "nosniff")

            let lax = try await house.ask(Ask("GET", "/lax"))
            #expect(
                lax["Content-Security-Policy"] == SecurityHeaders.policy.joined(separator: "; "))
        }
    }

    @Test func thePolicyAllowsNothingUnsafe() {
        for directive in SecurityHeaders.policy {
            #expect(!directive.contains("unsafe"))
            #expect(!directive.contains("*"))
        }
    }

    @Test func aFaultIsAnsweredWithoutDetails() async throws {
        try await TestHouse.open(add: { door in
            door.open(.get, "/api/broken") { _ in throw Broken() }
        }) { house in
            let answer = try await house.ask(Ask("GET", "/api/broken"))

            #expect(answer.status == 500)
            #expect(answer.code == "fault")
            #expect(answer.json["request"] as? String != nil)
            #expect(!answer.text.contains("Broken"))
        }
    }
}

struct Broken: Error {}
