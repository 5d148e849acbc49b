import Desk
import Directory
import Foundation
import Imports
import Testing

@testable import Gate

/// What requests bring, and get back.
extension APITests {
    @Test func aFaultyUserIsAnsweredWithItsIssues() async throws {
        try await TestHouse.open { house in
            let standing = try await Standing.world(in: house)
            let answer = try await house.ask(
                Ask("POST", "/api/v1/accounts/\(standing.acme.id.text)/users").sameOrigin
                    .by(standing.anna).json(#"{"email":"nowhere","role":"owner"}"#))

            let codes = (answer.json["issues"] as? [[String: Any]])?.map { $0["code"] as? String }
            #expect(answer.status == 422)
            #expect(codes == ["name_missing", "email_malformed", "role_unknown"])
        }
    }

    @Test func namesComeBackAsTheyWent() async throws {
        try await TestHouse.open { house in
            let standing = try await Standing.world(in: house)
            for name in ["<b>Ana</b>", "=1+1", "\u{202E}abc", "O'Brien \"Q\"", "田中 陽子", "a\\b"] {
                let body = try JSONSerialization.data(
                    withJSONObject: ["name": name, "email": "\(UUID().uuidString)@example.com"])
                let answer = try await house.ask(
                    Ask("POST", "/api/v1/accounts/\(standing.acme.id.text)/users").sameOrigin
                        .by(standing.anna).json(String(decoding: body, as: UTF8.self)))

                #expect(answer.status == 201)
                #expect(answer.json["name"] as? String == name)
            }
        }
    }

    @Test(arguments: [
        ("text/plain", 415), ("application/x-www-form-urlencoded", 415), ("", 415),
        ("application/json; charset=utf-8", 422), ("Application/JSON", 422),
    ])
    func aBodySaysWhatItIs(_ type: String, _ status: Int) async throws {
        try await TestHouse.open { house in
            let answer = try await house.ask(
                Ask("POST", "/api/v1/session").sameOrigin.with("Content-Type", type).body("{}"))

            #expect(answer.status == status)
        }
    }
}
