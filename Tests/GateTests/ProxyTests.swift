import HTTPTypes
import Testing

@testable import Gate

/// Behind our own proxy the caller's address counts, and nobody else can choose theirs.
@Suite struct ProxyTests {
    private static let rules: GateRules = {
        var rules = GateRules()
        rules.proxies = Set(["10.0.0.7", "2001:db8::7"].compactMap { NetworkAddress($0) })
        return rules
    }()

    private static func source(_ forwarded: [String], from peer: String) -> String {
        var headers = HTTPFields()
        for value in forwarded { headers.append(HTTPField(name: .xForwardedFor, value: value)) }
        return rules.source(headers, from: peer)
    }

    @Test(arguments: [
        (["192.0.2.1"], "192.0.2.1"),
        (["198.51.100.9, 192.0.2.1"], "192.0.2.1"),
        (["198.51.100.9", "192.0.2.1"], "192.0.2.1"),
        (["192.0.2.1,\t203.0.113.4 "], "203.0.113.4"),
        (["192.0.2.1:55012"], "192.0.2.1"),
        (["2001:DB8:0:0::1"], "2001:db8::1"),
        (["[2001:db8::1]"], "2001:db8::1"),
        (["[2001:db8::1]:443"], "2001:db8::1"),
        (["::ffff:192.0.2.1"], "192.0.2.1"),
        (["nonsense, 192.0.2.1"], "192.0.2.1"),
        // Two of ours in a row.
        (["192.0.2.1, 2001:db8::7"], "192.0.2.1"),
    ])
    func theLastAddressThatAProxyOfOursWroteIsTheSource(_ forwarded: [String], _ source: String) {
        #expect(Self.source(forwarded, from: "10.0.0.7") == source)
        #expect(Self.source(forwarded, from: "::ffff:10.0.0.7") == source)
        #expect(Self.source(forwarded, from: "2001:DB8::7") == source)
    }

    @Test(arguments: [
        [], [""], [" "], [","], ["192.0.2.1,"], ["unknown"], ["_hidden"], ["192.0.2.256"],
        ["192.0.2"], ["192.0.2.1 198.51.100.9"], ["192.0.2.1:x"], ["192.0.2.1:"],
        ["[2001:db8::1"], ["[2001:db8::1]x"], ["[]"], ["[192.0.2.1]"], ["fe80::1%eth0"],
        ["192.0.2.1", "evil"], ["192.0.2.1, unknown, 10.0.0.7"],
        [String(repeating: "1", count: 10_000)],
    ])
    func aHeaderWithoutARightAddressIsTheProxysOwn(_ forwarded: [String]) {
        #expect(Self.source(forwarded, from: "10.0.0.7") == "10.0.0.7")
    }

    @Test(arguments: ["10.0.0.8", "127.0.0.1", "2001:db8::8", "local"])
    func nobodyElsesHeaderIsBelieved(_ peer: String) {
        #expect(Self.source(["192.0.2.1"], from: peer) == peer)
    }

    @Test func wrongSignInsAreHeldAgainstTheCallerBehindTheProxy() async throws {
        try await TestHouse.open({ $0.proxies = Set([NetworkAddress("127.0.0.1")!]) }) { house in
            _ = try await Standing.world(in: house)
            func signIn(_ password: String, from source: String) async throws -> Int {
                let ask = Ask("POST", "/api/v1/session").sameOrigin
                    .with("X-Forwarded-For", source)
                    .json("{\"email\":\"anna@example.com\",\"password\":\"\(password)\"}")
                return try await house.ask(ask).status
            }

            var statuses: [Int] = []
            for _ in 0..<20 where statuses.last != 429 {
                statuses.append(try await signIn("wrong", from: "198.51.100.9"))
            }

            #expect(statuses.last == 429)
            #expect(try await signIn("Anna-knows-the-way", from: "198.51.100.9") == 429)
            #expect(try await signIn("Anna-knows-the-way", from: "192.0.2.1") == 201)
        }
    }

    @Test func oneCallerBehindTheProxyHasOnlySoManyRequestsAtOnce() async throws {
        try await TestHouse.open(
            {
                $0.connectionsPerSource = 2
                $0.proxies = Set([NetworkAddress("127.0.0.1")!])
            },
            add: { door in
                door.open(.get, "/slow") { _ in
                    try await Task.sleep(for: .seconds(2))
                    return .noContent
                }
            }
        ) { house in
            func ask(_ path: String, from source: String) async throws -> Answer {
                try await house.ask(Ask("GET", path).with("X-Forwarded-For", source))
            }
            async let first = ask("/slow", from: "192.0.2.1")
            async let second = ask("/slow", from: "192.0.2.1")
            try await Task.sleep(for: .seconds(0.7))

            let third = try await ask("/healthz", from: "192.0.2.1")
            let others = try await ask("/healthz", from: "198.51.100.9")

            #expect(third.status == 503)
            #expect(third["Retry-After"] == "1")
            #expect(others.status == 200)
            #expect(try await [first.status, second.status] == [204, 204])
            #expect(try await ask("/healthz", from: "192.0.2.1").status == 200)
        }
    }
}
