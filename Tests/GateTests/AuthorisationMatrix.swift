import Desk
import Directory
import Foundation
import Imports

@testable import Gate

/// One route's request as somebody with every right sends it, on things made for it alone.
struct MatrixRow: Sendable {
    /// Method and path, as in `Route`.
    let route: String
    /// With `{account}` still in its path.
    let ask: @Sendable (Standing) async throws -> Ask
    let succeeds: Int
    /// What an admin of the account gets for whom only those who look after it may do this.
    let ownAdmins: Int

    init(
        _ route: String, _ succeeds: Int = 200, ownAdmins: Int? = nil,
        _ change: @escaping @Sendable (Ask, Standing) async throws -> Ask = { ask, _ in ask }
    ) {
        self.route = route
        self.succeeds = succeeds
        self.ownAdmins = ownAdmins ?? succeeds
        ask = { standing in
            let parts = route.split(separator: " ")
            let ask = Ask(String(parts[0]), String(parts[1]))
            return try await change(parts[0] == "GET" ? ask : ask.sameOrigin, standing)
        }
    }
}

extension MatrixRow {
    static let table =
        session + accounts + users + applications + letters + drafts
        + matching + again + rows + pages

    private static let session = [
        MatrixRow("GET /healthz"),
        MatrixRow("GET /template.xlsx"),
        MatrixRow("POST /api/v1/session", 201) { ask, _ in
            ask.json(#"{"email":"uwe@example.com","password":"Uwe-knows-the-way"}"#)
        },
        MatrixRow("DELETE /api/v1/session", 204),
        MatrixRow("GET /api/v1/me"),
        MatrixRow("PATCH /api/v1/me") { ask, standing in
            ask.json(#"{"name":"Somebody"}"#)
                .with("If-Match", "\"\(try await standing.versionOfUwe())\"")
        },
        MatrixRow("GET /api/v1/me/sessions"),
        MatrixRow("DELETE /api/v1/me/sessions", 204),
        MatrixRow("PUT /api/v1/me/password", 204) { ask, _ in
            ask.json(#"{"old":"Uwe-knows-the-way","new":"quite-another-way-in"}"#)
        },
    ]

    private static let accounts = [
        MatrixRow("GET /api/v1/accounts"),
        MatrixRow("POST /api/v1/accounts", 201) { ask, _ in
            ask.json("{\"name\":\"New \(UUID().uuidString)\"}")
        },
        MatrixRow("GET /api/v1/accounts/{account}"),
    ]

    private static let users = [
        MatrixRow("GET /api/v1/accounts/{account}/users"),
        MatrixRow("POST /api/v1/accounts/{account}/users", 201) { ask, _ in
            ask.json("{\"first_name\":\"New\",\"email\":\"\(UUID().uuidString)@example.com\"}")
        },
        MatrixRow("GET /api/v1/accounts/{account}/users/{user}") { ask, standing in
            ask.on("user", try await standing.freshUser().id.value)
        },
        MatrixRow("PATCH /api/v1/accounts/{account}/users/{user}") { ask, standing in
            let user = try await standing.freshUser()
            return ask.on("user", user.id.value).json(#"{"role":"account_admin"}"#)
                .with("If-Match", "\"\(user.version)\"")
        },
        MatrixRow("DELETE /api/v1/accounts/{account}/users/{user}", 204) { ask, standing in
            let user = try await standing.freshUser()
            return ask.on("user", user.id.value).with("If-Match", "\"\(user.version)\"")
        },
    ]

    private static let applications = [
        MatrixRow("GET /api/v1/me/applications"),
        MatrixRow("GET /api/v1/accounts/{account}/applications"),
        MatrixRow("POST /api/v1/accounts/{account}/applications", 201) { ask, _ in
            ask.json(
                "{\"name\":\"Wiki\",\"address\":\"https://wiki.example/\(UUID().uuidString)\"}")
        },
        MatrixRow("PUT /api/v1/accounts/{account}/applications/{application}") { ask, standing in
            ask.on("application", try await standing.freshApplication().id.value)
                .json(
                    "{\"name\":\"Wiki\",\"letter\":\"W\",\"address\":\"http://wiki.example/\(UUID().uuidString)\"}"
                )
        },
        MatrixRow("POST /api/v1/accounts/{account}/applications/{application}/move") {
            ask, standing in
            ask.on("application", try await standing.freshApplication().id.value)
                .json(#"{"direction":"up"}"#)
        },
        MatrixRow("DELETE /api/v1/accounts/{account}/applications/{application}", 204) {
            ask, standing in
            ask.on("application", try await standing.freshApplication().id.value)
        },
    ]

    private static let letters = [
        MatrixRow("POST /api/v1/invitation/look") { ask, standing in
            ask.json("{\"token\":\"\(try await standing.freshLetter().token)\"}")
        },
        MatrixRow("POST /api/v1/invitation/accept", 201) { ask, standing in
            ask.json(
                "{\"token\":\"\(try await standing.freshLetter().token)\","
                    + "\"password\":\"four unrelated words here\"}")
        },
        MatrixRow("POST /api/v1/invitation/renew", 202) { ask, _ in
            ask.json(#"{"token":"made up"}"#)
        },
        MatrixRow("POST /api/v1/password/forgotten", 202) { ask, _ in
            ask.json(#"{"email":"uwe@example.com"}"#)
        },
        MatrixRow("POST /api/v1/accounts/{account}/welcome/again", 202) { ask, _ in
            ask.json("{\"request_id\":\"\(UUID().uuidString)\",\"shown\":0,\"ids\":[]}")
        },
        MatrixRow("GET /api/v1/accounts/{account}/letter-words"),
        MatrixRow("PUT /api/v1/accounts/{account}/letter-words") { ask, _ in
            ask.json(#"{"subject":"Welcome","greeting":"Hello","reply_to":"help@example.com"}"#)
        },
        MatrixRow("POST /api/v1/accounts/{account}/welcome/preview") { ask, standing in
            let user = try await standing.freshUser()
            return ask.json("{\"selection\":{\"ids\":[\(user.id.value)]}}")
        },
        MatrixRow("POST /api/v1/accounts/{account}/welcome", 202) { ask, standing in
            let user = try await standing.freshUser()
            return ask.json(
                "{\"request_id\":\"\(UUID().uuidString)\",\"shown\":1,"
                    + "\"selection\":{\"ids\":[\(user.id.value)]}}")
        },
        MatrixRow("GET /api/v1/accounts/{account}/letters", ownAdmins: 404),
        MatrixRow("GET /api/v1/accounts/{account}/letters/{letter}", ownAdmins: 404) {
            ask, standing in
            ask.on("letter", Int64(try await standing.freshLetter().line.number))
        },
    ]

    private static let drafts = [
        MatrixRow("PUT /api/v1/accounts/{account}/drafts/{draft}", 201) { ask, _ in
            var ask = ask
            ask.path = ask.path.replacing("{draft}", with: UUID().uuidString.lowercased())
            ask.body = Array("EMAIL,NAME\nnew@example.com,New\n".utf8)
            return ask.with("Content-Disposition", "attachment; filename=users.csv")
        },
        MatrixRow("GET /api/v1/accounts/{account}/drafts"),
        MatrixRow("GET /api/v1/accounts/{account}/drafts/{draft}", onDraft),
        MatrixRow("POST /api/v1/accounts/{account}/drafts/{draft}/commit", 202, onDraft),
        MatrixRow("POST /api/v1/accounts/{account}/drafts/{draft}/discard", onDraft),
        MatrixRow("POST /api/v1/accounts/{account}/drafts/{draft}/reopen") { ask, standing in
            let draft = try await standing.freshDraft()
            _ = try await standing.house.ask(
                Ask(
                    "POST",
                    "/api/v1/accounts/\(standing.acme.id.text)/drafts/\(draft.number)/discard"
                )
                .sameOrigin.by(standing.anna))
            return ask.on("draft", Int64(draft.number))
        },
    ]

    private static let matching = [
        MatrixRow("GET /api/v1/accounts/{account}/drafts/{draft}/matching") { ask, standing in
            ask.on("draft", Int64(try await standing.freshUnmatchedDraft().number))
        },
        MatrixRow("POST /api/v1/accounts/{account}/drafts/{draft}/matching") { ask, standing in
            ask.on("draft", Int64(try await standing.freshUnmatchedDraft().number))
                .json(#"{"sheet":1,"columns":[{"column":1,"field":"email"}],"roles":[]}"#)
        },
    ]

    private static let again = [
        MatrixRow("POST /api/v1/accounts/{account}/drafts/{draft}/matching/again") {
            ask, standing in
            ask.on("draft", Int64(try await standing.freshUnmatchedDraft().number))
        }
    ]

    private static let rows = [
        MatrixRow("POST /api/v1/accounts/{account}/drafts/{draft}/views", 201) { ask, standing in
            try await onDraft(ask, standing).json(#"{"filter":"faulty","search":""}"#)
        },
        MatrixRow("GET /api/v1/accounts/{account}/drafts/{draft}/rows", onDraft),
        MatrixRow("PATCH /api/v1/accounts/{account}/drafts/{draft}/rows") { ask, standing in
            let draft = try await standing.freshDraft()
            return ask.on("draft", Int64(draft.number)).with("If-Match", "\"\(draft.revision)\"")
                .json(
                    #"{"request_id":"one","ops":[{"op":"delete","position":1}],"ranges":[[0,9]]}"#)
        },
        MatrixRow("POST /api/v1/accounts/{account}/drafts/{draft}/undo") { ask, standing in
            turning(try await standing.freshEditedDraft(), ask)
        },
        MatrixRow("POST /api/v1/accounts/{account}/drafts/{draft}/redo") { ask, standing in
            turning(try await standing.freshEditedDraft(isUndone: true), ask)
        },
    ]

    private static func turning(_ draft: Draft, _ ask: Ask) -> Ask {
        ask.on("draft", Int64(draft.number))
            .json(#"{"request_id":"two","step":\#(draft.undo ?? draft.redo ?? 0),"ranges":[]}"#)
    }

    private static let onDraft: @Sendable (Ask, Standing) async throws -> Ask = { ask, standing in
        ask.on("draft", Int64(try await standing.freshDraft().number))
    }

    private init(
        _ route: String,
        _ change: @escaping @Sendable (Ask, Standing) async throws -> Ask
    ) {
        self.init(route, 200, change)
    }
}

extension Ask {
    /// Puts a number in its place in the path.
    func on(_ name: String, _ number: Int64) -> Ask {
        var ask = self
        ask.path = path.replacing("{\(name)}", with: "\(number)")
        return ask
    }

    func at(_ account: String) -> Ask {
        var ask = self
        ask.path = path.replacing("{account}", with: account)
        return ask
    }
}
