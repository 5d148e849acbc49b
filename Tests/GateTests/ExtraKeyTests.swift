import Desk
import Directory
import Foundation
import Testing

@testable import Gate

/// Keys that an address doesn't know take no effect: the whole request is refused.
@Suite struct ExtraKeyTests {
    /// What somebody would try who wants more than they have.
    static let keys = [
        "id", "account", "account_id", "accountId", "partner", "partner_id", "is_admin",
        "isAdmin", "admin", "is_partner", "roles", "Role", "ROLE", "role ", "roleId", "permissions",
        "registered", "registered_at", "email_verified", "verified", "password", "password_hash",
        "passwordHash", "token", "session", "version", "display_name", "sort_key", "search_key",
        "email_key", "created_at", "changed_at", "created", "state", "ledger", "counts", "rev",
        "started_by", "draft", "draft_no", "user_id", "users", "user", "owner", "tenant",
        "tenant_id", "scope", "groups", "active", "enabled", "status", "__proto__", "constructor",
        "prototype", "$set", "@type", "_method", "csrf", "next", "redirect", "callback", "debug",
        "sudo", "force", "limit", "offset", "expires_at", "file_name", "sheet", "issues", "hints",
        "fixed", "positions", "commit", "discard", "", "\u{0}", "first_name\u{200B}", "émail",
    ]

    @Test func everyWriteRefusesThem() async throws {
        try await TestHouse.open { house in
            let standing = try await Standing.world(in: house)
            var count = 0
            for row in MatrixRow.table where row.takesJSON {
                let ask = try await row.ask(standing).at(standing.acme.id.text)
                    .by(row.route.contains("/me") ? standing.uwe : standing.paula)
                let before = try await house.office.database.dump()
                // Who has several accounts chooses one with it.
                let known = row.route == "POST /api/v1/session" ? "account" : nil
                for key in Self.keys where key != known {
                    for value in ["true", "1", "\"account_admin\""] {
                        guard let extra = ask.adding(key, value) else { continue }
                        let answer = try await house.ask(extra)
                        #expect(answer.status == 422, "\(row.route) \(key): \(answer.text)")
                        #expect(answer.code == "unknown_key", "\(row.route) \(key)")
                        count += 1
                    }
                }
                let after = try await house.office.database.dump()
                #expect(before == after, "\(row.route)")
            }
            #expect(count >= 1_000)
        }
    }

    @Test func everyQueryRefusesThem() async throws {
        try await TestHouse.open { house in
            let standing = try await Standing.world(in: house)
            let lists = [
                "/api/v1/accounts", "/api/v1/accounts/\(standing.acme.id.text)/users",
                "/api/v1/accounts/\(standing.acme.id.text)/drafts/1/rows",
            ]
            for path in lists {
                let answer = try await house.ask(
                    Ask("GET", "\(path)?admin=true").by(standing.paula))

                #expect(answer.code == "unknown_key", "\(path)")
                #expect(answer.json["field"] as? String == "admin")
            }
        }
    }

    @Test func theRefusalNamesTheKey() async throws {
        try await TestHouse.open { house in
            let answer = try await house.ask(
                Ask("POST", "/api/v1/session").sameOrigin.json(
                    #"{"email":"a","password":"b","remember":true}"#))

            #expect(answer.status == 422)
            #expect(answer.code == "unknown_key")
            #expect(answer.json["field"] as? String == "remember")
        }
    }
}

extension MatrixRow {
    /// Writes of the API, those without a body too.
    fileprivate var takesJSON: Bool {
        !route.hasPrefix("GET") && !route.hasPrefix("PUT /api/v1/accounts")
            && route.contains("/api/")
    }
}

extension Ask {
    /// The same with one more key in its object; nil if it has that key.
    fileprivate func adding(_ key: String, _ value: String) -> Ask? {
        let name = String(
            decoding: try! JSONSerialization.data(
                withJSONObject: key, options: .fragmentsAllowed), as: UTF8.self)
        let text = String(decoding: body, as: UTF8.self)
        guard !text.contains("\(name):") else { return nil }
        var ask = self
        if text.isEmpty {
            ask = ask.json("{\(name):\(value)}")
        } else {
            ask.body = Array("{\(name):\(value),\(text.dropFirst())".utf8)
        }
        return ask
    }
}
