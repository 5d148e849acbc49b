import Directory
import Imports
import Testing

@testable import Pages

/// The pages over the wire.
@Suite struct PageServingTests {
    @Test func whoIsNotSignedInIsLedToTheSignInAndBack() async throws {
        try await TestHouse.open { house in
            let answer = try await house.ask(Ask("GET", "/accounts?search=a%20b"))
            #expect(answer.status == 303)
            #expect(answer["Location"] == "/sign-in?next=%2Faccounts%3Fsearch%3Da%2520b")

            let page = try await house.ask(Ask("GET", answer["Location"]!))
            #expect(page.status == 200)
            #expect(page.text.contains("name=\"next\" value=\"/accounts?search=a%20b\""))
        }
    }

    @Test func theFormSignsInAndLeadsOn() async throws {
        try await TestHouse.open { house in
            _ = try await Standing.world(in: house)

            let wrong = try await house.ask(
                Ask("POST", "/sign-in").sameOrigin.form("email=anna%40example.com&password=no"))
            #expect(wrong.status == 303)
            #expect(wrong["Set-Cookie"] == nil)
            let refused = try await house.followed(wrong)
            #expect(refused.text.contains("<title>Error: Sign in"))
            #expect(refused.text.contains("value=\"anna@example.com\""))

            let empty = try await house.ask(
                Ask("POST", "/sign-in").sameOrigin.form("email=&password="))
            #expect(empty.status == 422 && empty["Location"] == nil)
            #expect(empty.text.contains("Enter your email address."))

            let right = try await house.ask(
                Ask("POST", "/sign-in").sameOrigin.form(
                    "email=anna%40example.com&password=Anna-knows-the-way&next=%2Fprofile"))
            #expect(right.status == 303)
            #expect(right["Location"] == "/profile")
            #expect(right["Set-Cookie"]?.contains("HttpOnly") == true)
        }
    }

    @Test func everybodyBeginsWhereTheyBelong() async throws {
        try await TestHouse.open { house in
            let standing = try await Standing.world(in: house)
            let users = "/accounts/\(standing.acme.id.text)/users"

            for (caller, place) in [
                (standing.paula, "/accounts"), (standing.anna, users),
                (standing.uwe, "/applications"),
            ] {
                let answer = try await house.ask(Ask("GET", "/").by(caller))
                #expect(answer["Location"] == place)
            }
        }
    }

    @Test func assetsAreKeptForEverAndOldAddressesLeadToTheNewOnes() async throws {
        try await TestHouse.open { house in
            let root = try Assets.ofThePackage().root

            let style = try await house.ask(Ask("GET", "\(root)/css/base.css"))
            #expect(style["Content-Type"] == "text/css; charset=utf-8")
            #expect(style["Cache-Control"] == "public, max-age=31536000, immutable")
            let deep = try await house.ask(Ask("GET", "\(root)/js/grid/row.js"))
            #expect(deep["Content-Type"] == "text/javascript; charset=utf-8")

            let old = try await house.ask(Ask("GET", "/assets/old/js/grid/row.js"))
            #expect(old.status == 307)
            #expect(old["Location"] == "\(root)/js/grid/row.js")
            #expect(old["Cache-Control"] == "no-store")

            for path in ["/css/none.css", "/js/..%2Fapi.js", "/css/%2e%2e", "/css"] {
                let absent = try await house.ask(Ask("GET", root + path))
                #expect(absent.status == 404, "\(path)")
            }
        }
    }

    @Test func thePreviewBringsItsFirstRowsAlong() async throws {
        try await TestHouse.open { house in
            let standing = try await Standing.world(in: house)
            let draft = try await standing.freshDraft()
            let path = "/accounts/\(standing.acme.id.text)/drafts/\(draft.number)"

            let page = try await house.ask(Ask("GET", path).by(standing.anna))

            let rows = try await house.ask(
                Ask("GET", "/api/v1\(path)/rows?view=0&offset=0&limit=128").by(standing.anna))
            #expect(page.text.contains(">\(rows.text)</script>"))
            #expect(page["Cache-Control"] == "no-store")
        }
    }
}
