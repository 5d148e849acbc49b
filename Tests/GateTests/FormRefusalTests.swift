import Desk
import Directory
import Imports
import Testing

@testable import Pages

/// Forms over the wire that come too late or too early.
@Suite struct FormRefusalTests {
    @Test func whoGivesUpTheirRightsLosesNobodysChange() async throws {
        try await TestHouse.open { house in
            let standing = try await Standing.world(in: house)
            let path = "/accounts/\(standing.acme.id.text)/users/1"
            func save(_ form: String, by caller: Caller) async throws -> Answer {
                let fields = "\(form)&email=anna%40example.com"
                return try await house.ask(
                    Ask("POST", path).sameOrigin.by(caller).form(fields))
            }

            let opened = try await house.ask(Ask("GET", path).by(standing.anna)).version
            _ = try await save(
                "first_name=Annika&role=Account%20Admin&version=\(opened)", by: standing.paula)
            let question = try await house.followed(
                try await save("first_name=Anna&role=User&version=\(opened)", by: standing.anna),
                by: standing.anna)
            let second = try await house.followed(
                try await save(
                    "first_name=Anna&role=User&confirmed=resign&version=\(question.version)",
                    by: standing.anna), by: standing.anna)

            #expect(question.text.contains("You will no longer be able to administer"))
            #expect(second.text.contains("It is <bdi>Annika</bdi>"))
            #expect(second.version == opened + 1)
        }
    }

    @Test func whoWasSlowerWithTheirOwnNameSavesItWithASecondPress() async throws {
        try await TestHouse.open { house in
            let standing = try await Standing.world(in: house)
            func save(_ version: Int) async throws -> Answer {
                let form = "first_name=Ann&last_name=&name=&version=\(version)"
                return try await house.ask(
                    Ask("POST", "/profile").sameOrigin.by(standing.anna).form(form))
            }

            let opened = try await house.ask(Ask("GET", "/profile").by(standing.anna)).version
            let others =
                "first_name=Annika&email=anna%40example.com&role=Account%20Admin&version=\(opened)"
            let path = "/accounts/\(standing.acme.id.text)/users/1"
            _ = try await house.ask(
                Ask("POST", path).sameOrigin.by(standing.paula).form(others))
            let refused = try await house.followed(try await save(opened), by: standing.anna)

            #expect(refused.text.contains("It is <bdi>Annika</bdi> now."))
            #expect(refused.text.contains("value=\"Ann\""))
            #expect(try await save(refused.version)["Location"] == "/profile?saved=name")
        }
    }

    @Test(arguments: ["/sign-in", "/profile/password"])
    func whoTriesTooOftenLearnsWhenToComeAgain(_ path: String) async throws {
        try await TestHouse.open { house in
            let standing = try await Standing.world(in: house)
            let form =
                path == "/sign-in"
                ? "email=anna%40example.com&password=no"
                : "old=no&new=a-long-enough-password-for-all"
            var answers: [Answer] = []
            for _ in 0..<4 {
                answers.append(
                    try await house.ask(
                        Ask("POST", path).sameOrigin.by(standing.anna).form(form)))
            }

            #expect(answers.map(\.status) == [303, 303, 303, 429])
            #expect(answers[3]["Retry-After"].flatMap { Int($0) } ?? 0 > 0)
            #expect(answers[3].text.contains("Too many attempts."))
        }
    }
}

extension Answer {
    /// What the form on a page says it is made from.
    fileprivate var version: Int {
        text.firstMatch(of: /name="version" value="(\d+)"/).flatMap { Int($0.output.1) } ?? -1
    }
}
