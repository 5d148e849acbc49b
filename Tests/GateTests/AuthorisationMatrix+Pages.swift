import Desk
import Directory
import Foundation
import Imports

@testable import Gate

extension MatrixRow {
    static let pages =
        everybodysPages + partnersPages + accountsPages + applicationPages + letterPages

    private static let everybodysPages = [
        MatrixRow("GET /", 303),
        MatrixRow("GET /sign-in"),
        MatrixRow("POST /sign-in", 303) { ask, _ in
            ask.form("email=anna%40example.com&password=Anna-knows-the-way")
        },
        MatrixRow("GET /register"),
        MatrixRow("GET /new-password"),
        MatrixRow("GET /forgotten"),
        MatrixRow("POST /forgotten", 303) { ask, _ in ask.form("email=nobody%40example.com") },
        MatrixRow("POST /profile/sessions", 303) { ask, _ in ask.form("") },
        MatrixRow("POST /sign-out", 303) { ask, _ in ask.form("") },
        MatrixRow("GET /applications"),
        MatrixRow("GET /profile"),
        MatrixRow("POST /profile", 303) { ask, standing in
            ask.form("first_name=Uwe&version=\(try await standing.versionOfUwe())")
        },
        MatrixRow("POST /profile/password", 303) { ask, _ in
            ask.form("old=quite-another-way-in&new=Uwe-knows-the-way")
        },
        MatrixRow("GET /assets/{hash}/{folder}/{name}", 307) { ask, _ in
            ask.elsewhere("/assets/old/img/favicon.svg")
        },
        MatrixRow("GET /assets/{hash}/{folder}/{name}/{file}", 307) { ask, _ in
            ask.elsewhere("/assets/old/js/grid/row.js")
        },
        MatrixRow("GET /favicon.ico", 303),
    ]

    private static let partnersPages = [
        MatrixRow("GET /accounts"),
        MatrixRow("GET /accounts/new"),
        MatrixRow("POST /accounts/new", 303) { ask, _ in ask.form("name=\(UUID().uuidString)") },
    ]

    private static let accountsPages = [
        MatrixRow("GET /accounts/{account}", 303),
        MatrixRow("GET /accounts/{account}/users"),
        MatrixRow("GET /accounts/{account}/import"),
        MatrixRow("GET /accounts/{account}/users/new"),
        MatrixRow("POST /accounts/{account}/users/new", 303) { ask, _ in
            ask.form("first_name=New&email=\(UUID().uuidString)%40example.com&role=User")
        },
        MatrixRow("GET /accounts/{account}/users/{user}") { ask, standing in
            ask.on("user", try await standing.freshUser().id.value)
        },
        MatrixRow("POST /accounts/{account}/users/{user}", 303) { ask, standing in
            let user = try await standing.freshUser()
            let email = user.email.replacing("@", with: "%40")
            return ask.on("user", user.id.value)
                .form("first_name=Changed&email=\(email)&role=User&version=\(user.version)")
        },
        MatrixRow("GET /accounts/{account}/users/{user}/delete") { ask, standing in
            ask.on("user", try await standing.freshUser().id.value)
        },
        MatrixRow("POST /accounts/{account}/users/{user}/delete", 303) { ask, standing in
            let user = try await standing.freshUser()
            return ask.on("user", user.id.value).form("version=\(user.version)")
        },
        MatrixRow("GET /accounts/{account}/drafts/{draft}") { ask, standing in
            ask.on("draft", Int64(try await standing.freshDraft().number))
        },
    ]

    private static let applicationPages = [
        MatrixRow("GET /accounts/{account}/applications"),
        MatrixRow("GET /accounts/{account}/applications/new"),
        MatrixRow("POST /accounts/{account}/applications/new", 303) { ask, _ in
            ask.form("name=Wiki&letter=&address=https%3A%2F%2Fwiki.example%2F\(UUID().uuidString)")
        },
        MatrixRow("GET /accounts/{account}/applications/{application}") { ask, standing in
            ask.on("application", try await standing.freshApplication().id.value)
        },
        MatrixRow("POST /accounts/{account}/applications/{application}", 303) { ask, standing in
            ask.on("application", try await standing.freshApplication().id.value)
                .form(
                    "name=Mail&letter=M&address=https%3A%2F%2Fmail.example%2F\(UUID().uuidString)")
        },
        MatrixRow("POST /accounts/{account}/applications/{application}/move", 303) {
            ask, standing in
            ask.on("application", try await standing.freshApplication().id.value)
                .form("direction=down")
        },
        MatrixRow("POST /accounts/{account}/applications/{application}/delete", 303) {
            ask, standing in
            ask.on("application", try await standing.freshApplication().id.value).form("")
        },
    ]

    private static let letterPages = [
        MatrixRow("GET /accounts/{account}/welcome/letter"),
        MatrixRow("GET /accounts/{account}/welcome-email"),
        MatrixRow("POST /accounts/{account}/welcome-email", 303) { ask, _ in
            ask.form("subject=Welcome&greeting=&reply_to=")
        },
        MatrixRow("GET /accounts/{account}/mailbox", ownAdmins: 404),
        MatrixRow("GET /accounts/{account}/mailbox/{letter}", ownAdmins: 404) { ask, standing in
            ask.on("letter", Int64(try await standing.freshLetter().line.number))
        },
        MatrixRow("GET /accounts/{account}/mailbox/{letter}/frame", ownAdmins: 404) {
            ask, standing in
            ask.on("letter", Int64(try await standing.freshLetter().line.number))
        },
    ]
}

extension Ask {
    func form(_ text: String) -> Ask {
        with("Content-Type", "application/x-www-form-urlencoded").body(text)
    }

    fileprivate func elsewhere(_ path: String) -> Ask {
        var ask = self
        ask.path = path
        return ask
    }
}
