import HTTPTypes
import Testing

@testable import Gate

/// A page of another site can't make anybody's browser write here.
@Suite struct SameOriginTests {
    static let foreign: [[(String, String)]] = [
        [],
        [("Sec-Fetch-Site", "cross-site")],
        [("Sec-Fetch-Site", "same-site")],
        [("Sec-Fetch-Site", "none")],
        [("Origin", "https://evil.example")],
        [("Origin", "null")],
        [("Origin", "http://127.0.0.1:1")],
        [("Origin", "https://127.0.0.1:PORT")],
        [("Sec-Fetch-Site", "same-origin"), ("Origin", "https://evil.example")],
        [("Sec-Fetch-Site", "cross-site"), ("Origin", "http://127.0.0.1:PORT")],
        [("Sec-Fetch-Site", "same-origin"), ("Sec-Fetch-Site", "cross-site")],
        [("Sec-Fetch-Site", "Same-Origin")],
    ]

    @Test func everyWriteFromElsewhereIsRefused() async throws {
        try await TestHouse.open { house in
            let writes = house.routes.filter { $0.method != .get }
            #expect(writes.count >= 12)
            for route in writes {
                for headers in Self.foreign {
                    var ask = Ask(route.method.rawValue, route.path.filled).json("{}")
                    for (name, value) in headers {
                        ask = ask.with(name, value.replacing("PORT", with: "\(house.port)"))
                    }
                    let answer = try await house.ask(ask)
                    #expect(answer.status == 403, "\(route.path) \(headers)")
                    #expect(answer.code ?? "cross_site" == "cross_site")
                }
            }
        }
    }

    @Test(arguments: [
        [("Sec-Fetch-Site", "same-origin")],
        [("Origin", "http://127.0.0.1:PORT")],
        [("Sec-Fetch-Site", "same-origin"), ("Origin", "null")],
        [("Sec-Fetch-Site", "same-origin"), ("Origin", "http://127.0.0.1:PORT")],
    ])
    func theConsolesOwnWritesPass(_ headers: [(String, String)]) async throws {
        try await TestHouse.open { house in
            var ask = Ask("DELETE", "/api/v1/session")
            for (name, value) in headers {
                ask = ask.with(name, value.replacing("PORT", with: "\(house.port)"))
            }

            let answer = try await house.ask(ask)

            #expect(answer.status == 204)
        }
    }

    @Test func behindAProxyItsAddressCounts() async throws {
        try await TestHouse.open({ $0.publicURL = "https://rollbook.example" }) { house in
            let own = Ask("DELETE", "/api/v1/session").with("Origin", "https://rollbook.example")
            let direct = Ask("DELETE", "/api/v1/session")
                .with("Origin", "http://127.0.0.1:\(house.port)")

            let known = try await house.ask(own)
            let unknown = try await house.ask(direct)

            #expect(known.status == 204)
            #expect(unknown.status == 403)
        }
    }
}

extension String {
    /// A route's path with something in each place.
    var filled: String {
        split(separator: "/").map { $0.hasPrefix("{") ? "1" : String($0) }
            .reduce("") { "\($0)/\($1)" }
    }
}
