import Desk
import Directory
import Foundation
import Imports
import Testing

@testable import Gate

/// The API as docs/api.md tells it.
@Suite struct APITests {
    @Test func signingInGivesACookieThatSigningOutEnds() async throws {
        try await TestHouse.open { house in
            _ = try await Standing.world(in: house)
            let uwe = try await house.signIn("Uwe")

            let me = try await house.ask(Ask("GET", "/api/v1/me").by(uwe))
            #expect(me.status == 200)
            #expect((me.json["user"] as? [String: Any])?["email"] as? String == "uwe@example.com")
            #expect((me.json["account"] as? [String: Any])?["name"] as? String == "Acme")
            #expect(me.json["is_admin"] as? Bool == false)

            let out = try await house.ask(Ask("DELETE", "/api/v1/session").sameOrigin.by(uwe))
            #expect(out.status == 204)
            #expect(out["Set-Cookie"]?.contains("Max-Age=0") == true)
            let after = try await house.ask(Ask("GET", "/api/v1/me").by(uwe))
            #expect(after.status == 401)
        }
    }

    @Test func wrongSignInsSoundAlike() async throws {
        try await TestHouse.open { house in
            _ = try await Standing.world(in: house)
            let wrong = try await house.ask(
                Ask("POST", "/api/v1/session").sameOrigin.json(
                    #"{"email":"uwe@example.com","password":"not this one"}"#))
            let unknown = try await house.ask(
                Ask("POST", "/api/v1/session").sameOrigin.json(
                    #"{"email":"nobody@example.com","password":"not this one"}"#))

            #expect(wrong.status == 401)
            #expect(wrong.code == "sign_in_wrong")
            #expect(wrong.comparable == unknown.comparable)
        }
    }

    @Test func someUsersAreAskedForByTheirNumbers() async throws {
        try await TestHouse.open { house in
            let standing = try await Standing.world(in: house)
            let (one, other) = (try await standing.freshUser(), try await standing.freshUser())
            let users = "/api/v1/accounts/\(standing.acme.id.text)/users?ids="

            let some = try await house.ask(
                Ask("GET", "\(users)\(other.id.value),999999,\(one.id.value)").by(standing.anna))
            let found = (some.json["users"] as? [[String: Any]] ?? []).map { $0["id"] as? Int64 }
            #expect(found == [other.id.value, one.id.value])

            for wrong in ["", "1,", "0", "x", (1...201).map { "\($0)" }.joined(separator: ",")] {
                let refused = try await house.ask(Ask("GET", users + wrong).by(standing.anna))
                #expect(refused.status == 422, "\(wrong)")
            }
            for both in ["search=x", "welcome=sent", "limit=5"] {
                let refused = try await house.ask(Ask("GET", "\(users)3&\(both)").by(standing.anna))
                #expect(refused.status == 422, "\(both)")
            }
        }
    }

    @Test func anUploadBecomesUsers() async throws {
        try await TestHouse.open { house in
            let standing = try await Standing.world(in: house)
            let key = UUID().uuidString.lowercased()
            let file = "EMAIL,FIRST NAME\nnew@example.com,New\nfaulty,Old\n"

            let first = try await standing.upload(file, as: key)
            let again = try await standing.upload(file, as: key)
            let other = try await standing.upload(file + "x@example.com,X\n", as: key)

            #expect(first.status == 201)
            #expect(again.status == 200)
            #expect(again.json["number"] as? Int == first.json["number"] as? Int)
            #expect(other.status == 409)
            #expect(other.code == "draft_key_reused")
            #expect(first.json["file_name"] as? String == "über users.csv")

            let window = try await house.ask(
                Ask("GET", standing.draft(first, "/rows?limit=1&offset=1")).by(standing.anna))
            let row = (window.json["rows"] as? [[String: Any]])?.first
            #expect(row?["email"] as? String == "faulty")
            let issue = (row?["issues"] as? [[String: Any]])?.first
            #expect(issue?["code"] as? String == "email_malformed")
            #expect(issue?["reason"] as? String == "not_an_address")

            let commit = try await house.ask(
                Ask("POST", standing.draft(first, "/commit")).sameOrigin.by(standing.anna))
            #expect(commit.status == 202)
            #expect(commit.json["state"] as? String == "committing")
            await Committer(office: house.office).look()
            let done = try await house.ask(Ask("GET", standing.draft(first)).by(standing.anna))
            let ledger = done.json["ledger"] as? [String: Int]
            #expect(ledger?["created"] == 1)
            #expect(ledger?["here"] == 1)
        }
    }

    @Test func aFileThatCannotBeReadIsRefusedWithWhatToDo() async throws {
        try await TestHouse.open { house in
            let standing = try await Standing.world(in: house)
            for (file, code) in [
                ("", "file_empty"), ("\u{0}\u{1}\u{2}binary", "file_unreadable"),
                ("COLOUR,SIZE\nred,5\n", "headings_missing"),
                ("EMAIL,EMAIL,NAME\na@b.example,c@d.example,X\n", "heading_repeated"),
            ] {
                let answer = try await standing.upload(file, as: UUID().uuidString.lowercased())

                #expect(answer.status == 422, "\(code): \(answer.text)")
                #expect(answer.code == code)
                #expect(answer.json["remedy"] as? String != "")
            }
        }
    }

    @Test func aFileOverTheLimitIsRefusedBeforeAndWhileItIsRead() async throws {
        try await TestHouse.open({ $0.spreadsheetBytes = 10_000 }) { house in
            let standing = try await Standing.world(in: house)
            let path = "/api/v1/accounts/\(standing.acme.id.text)/drafts/"
            let announced = try await house.ask(
                Ask("PUT", path + UUID().uuidString.lowercased()).sameOrigin.by(standing.anna)
                    .body(String(repeating: "a", count: 10_001)))
            let port = house.port
            let chunked = Ask("PUT", path + UUID().uuidString.lowercased()).sameOrigin
                .by(standing.anna)
            let counted = try await blocking {
                let wire = try Wire(port: port)
                try wire.send(chunked.with("Transfer-Encoding", "chunked").head(port: port))
                for _ in 0..<11 {
                    try wire.send("400\r\n" + String(repeating: "a", count: 1_024) + "\r\n")
                }
                return try wire.receive()
            }

            #expect(announced.status == 413)
            #expect(announced.code == "file_too_large")
            #expect(counted.status == 413)
            #expect(counted.code == "file_too_large")
        }
    }

    @Test func anUploadThatBreaksOffLeavesNothing() async throws {
        try await TestHouse.open { house in
            let standing = try await Standing.world(in: house)
            let before = try await house.office.database.dump()
            let path = "/api/v1/accounts/\(standing.acme.id.text)/drafts/"
            let ask = Ask("PUT", path + UUID().uuidString.lowercased()).sameOrigin
                .by(standing.anna).body("EMAIL,NAME\n" + String(repeating: "x", count: 5_000))
            let port = house.port
            try await blocking {
                let wire = try Wire(port: port)
                try wire.send(Array(ask.bytes(port: port).dropLast(100)))
                wire.finishSending()
                _ = wire.isClosed()
            }

            let after = try await house.office.database.dump()
            #expect(before == after)
            let spool = try FileManager.default.contentsOfDirectory(atPath: house.directory)
            #expect(spool.filter { $0.hasPrefix("upload") } == [])
        }
    }

    @Test func theNameOfAnEditIsVisibleText() async throws {
        try await TestHouse.open { house in
            let standing = try await Standing.world(in: house)
            let key = UUID().uuidString.lowercased()
            let draft = try await standing.upload("EMAIL,NAME\na@example.com,A\n", as: key)
            let path = standing.draft(draft, "/rows")

            for (name, status) in [(#"a\u0000"#, 422), (#"\n"#, 422), ("", 422), ("a", 200)] {
                let edit =
                    #"{"request_id":"\#(name)","ops":[{"op":"delete","position":0}],"ranges":[]}"#
                let answer = try await house.ask(
                    Ask("PATCH", path).sameOrigin.by(standing.anna).json(edit)
                        .with("If-Match", "\"1\""))
                #expect(answer.status == status, "\(name)")
            }
        }
    }

    @Test func aChangeNamesItsVersion() async throws {
        try await TestHouse.open { house in
            let standing = try await Standing.world(in: house)
            let user = try await standing.freshUser()
            let ask = Ask(
                "PATCH", "/api/v1/accounts/\(standing.acme.id.text)/users/\(user.id.value)"
            ).sameOrigin.by(standing.anna).json(#"{"name":"Renamed"}"#)

            let without = try await house.ask(ask)
            let wrong = try await house.ask(ask.with("If-Match", "7"))
            let old = try await house.ask(ask.with("If-Match", "\"77\""))
            let right = try await house.ask(ask.with("If-Match", "\"\(user.version)\""))

            #expect(without.status == 428)
            #expect(without.code == "version_missing")
            #expect(wrong.status == 400)
            #expect(old.status == 412)
            #expect(old.code == "user_changed")
            #expect(right.status == 200)
            #expect(right.json["name"] as? String == "Renamed")
            #expect(right.json["email"] as? String == user.email)
            #expect(right["ETag"] == "\"\(user.version + 1)\"")
        }
    }
}

extension Standing {
    func upload(_ file: String, as key: String) async throws -> Answer {
        try await house.ask(
            Ask("PUT", "/api/v1/accounts/\(acme.id.text)/drafts/\(key)").sameOrigin.by(anna)
                .with(
                    "Content-Disposition", "attachment; filename*=UTF-8''..%2F%C3%BCber%20users.csv"
                )
                .body(file))
    }

    func draft(_ answer: Answer, _ rest: String = "") -> String {
        "/api/v1/accounts/\(acme.id.text)/drafts/\(answer.json["number"] as? Int ?? 0)\(rest)"
    }
}
