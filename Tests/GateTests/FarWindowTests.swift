import Foundation
import Testing

/// Numbers that no draft has: refused in words, and the server lives on.
@Suite struct FarWindowTests {
    @Test(arguments: [
        "offset=9223372036854775807", "offset=2305843009213693952&view=1",
        "changed_since=0&ranges=9223372036854775807-9223372036854775807",
        "changed_since=0&ranges=2147483647-2147483648",
    ])
    func aWindowBeyondEveryDraftIsRefused(query: String) async throws {
        try await TestHouse.open { house in
            let standing = try await Standing.world(in: house)
            let key = UUID().uuidString.lowercased()
            let draft = try await standing.upload("EMAIL,NAME\na@example.com,A\n", as: key)

            let answer = try await house.ask(
                Ask("GET", standing.draft(draft, "/rows?\(query)")).by(standing.anna))
            let after = try await house.ask(Ask("GET", "/healthz"))

            #expect(answer.status == 422)
            #expect(answer.code == "wrong_value")
            #expect(after.status == 200)
        }
    }
}
