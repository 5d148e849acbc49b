import Desk
import Directory
import Imports
import Testing

@testable import Pages

/// The forms of users over the wire: refused, saved, and what becomes of those who change themselves.
@Suite struct FormServingTests {
    @Test func aUsersFormSaysAtTheFieldWhatIsWrong() async throws {
        try await TestHouse.open { house in
            let standing = try await Standing.world(in: house)
            let path = "/accounts/\(standing.acme.id.text)/users/new"

            let answer = try await house.ask(
                Ask("POST", path).sameOrigin.by(standing.anna)
                    .form("first_name=%3Cb%3EIna&email=ina.example.com&role=User"))

            #expect(answer.status == 303)
            let page = try await house.followed(answer, by: standing.anna)
            #expect(page.text.contains("value=\"&lt;b&gt;Ina\""))
            #expect(page.text.contains("Add the missing @"))
            #expect(page.text.contains("aria-invalid=\"true\""))
            // The same again, as often as somebody reloads.
            let again = try await house.followed(answer, by: standing.anna)
            #expect(again.text == page.text)
        }
    }

    @Test func whoWasSlowerSeesWhatTheUserIsNowAndTheirOwnWords() async throws {
        try await TestHouse.open { house in
            let standing = try await Standing.world(in: house)
            let user = try await standing.freshUser()
            let path = "/accounts/\(standing.acme.id.text)/users/\(user.id.value)"
            func save(_ name: String, by caller: Caller) async throws -> Answer {
                let form = "first_name=\(name)&email=x%40example.com&version=\(user.version)"
                return try await house.ask(Ask("POST", path).sameOrigin.by(caller).form(form))
            }

            _ = try await save("Quick", by: standing.paula)
            let page = try await house.followed(
                try await save("Slow", by: standing.anna), by: standing.anna)

            #expect(
                page.text.contains("It is <bdi>Quick</bdi>, <bdi>x@example.com</bdi>, User now"))
            #expect(page.text.contains("value=\"Slow\""))
            #expect(page.text.contains("name=\"version\" value=\"\(user.version + 1)\""))
        }
    }

    @Test func whatWasTypedIsShownToNobodyElse() async throws {
        try await TestHouse.open { house in
            let standing = try await Standing.world(in: house)
            let path = "/accounts/\(standing.acme.id.text)/users/new"
            let other = "/accounts/\(standing.beta.id.text)/users/new"

            let answer = try await house.ask(
                Ask("POST", path).sameOrigin.by(standing.anna).form("first_name=Secretly&email=x"))

            let address = answer["Location"] ?? ""
            #expect(!address.contains("Secretly"))
            let colleague = try await house.ask(Ask("GET", address).by(standing.paula))
            #expect(colleague.status == 200 && !colleague.text.contains("Secretly"))
            let elsewhere = try await house.ask(
                Ask("GET", address.replacing(path, with: other)).by(standing.paula))
            #expect(elsewhere.status == 200 && !elsewhere.text.contains("Secretly"))
        }
    }

    @Test func aListIsTheSameUnderItsFormsAndAfterThem() async throws {
        try await TestHouse.open { house in
            let standing = try await Standing.world(in: house)
            let users = "/accounts/\(standing.acme.id.text)/users"
            let list = "search=uwe&role=user"

            let page = try await house.ask(Ask("GET", "\(users)?\(list)").by(standing.anna))
            let form = try #require(
                page.text.firstMatch(of: /href="([^"]*users\/\d+\?[^"]*)"/)?.output.1)
            let address = String(form).replacing("&amp;", with: "&")
            #expect(address.hasSuffix("?\(list)"))

            let opened = try await house.ask(Ask("GET", address).by(standing.anna))
            let escaped = "?\(list)".replacing("&", with: "&amp;")
            #expect(opened.text.contains("data-back=\"\(users)\(escaped)\""))
            #expect(opened.text.contains("name=\"search\" value=\"uwe\""))
            let version = try await standing.versionOfUwe()
            let saved = try await house.ask(
                Ask("POST", address).sameOrigin.by(standing.anna).form(
                    "first_name=Uwe&email=uwe%40example.com&role=User&version=\(version)"))
            #expect(saved["Location"]?.hasPrefix("\(users)?\(list)&saved=") == true)
        }
    }

    @Test func whoGivesUpTheirRightsIsAskedFirstAndThenToldSo() async throws {
        try await TestHouse.open { house in
            let standing = try await Standing.world(in: house)
            _ = try await standing.secondAdmin()
            let path = "/accounts/\(standing.acme.id.text)/users/1"
            let fields = "first_name=Anna&email=anna%40example.com&role=User"
            func demote(_ more: String = "") async throws -> Answer {
                let page = try await house.ask(Ask("GET", path).by(standing.anna))
                let version = page.text.firstMatch(of: /name="version" value="(\d+)"/)!.output.1
                return try await house.ask(
                    Ask("POST", path).sameOrigin.by(standing.anna)
                        .form("\(fields)&version=\(version)\(more)"))
            }

            let question = try await house.followed(try await demote(), by: standing.anna)
            #expect(question.text.contains("You will no longer be able to administer"))
            #expect(question.text.contains("name=\"confirmed\" value=\"resign\""))
            let done = try await demote("&confirmed=resign")

            #expect(done["Location"] == "/profile?saved=rights")
            let page = try await house.followed(done, by: standing.anna)
            #expect(page.text.contains("no longer administer it"))
        }
    }

    @Test func whoDeletesThemselvesIsToldSoAtTheSignIn() async throws {
        try await TestHouse.open { house in
            let standing = try await Standing.world(in: house)
            _ = try await standing.secondAdmin()
            let path = "/accounts/\(standing.acme.id.text)/users/1/delete"
            let question = try await house.ask(Ask("GET", path).by(standing.anna))
            #expect(question.text.contains("Delete yourself?"))
            let version = question.text.firstMatch(of: /name="version" value="(\d+)"/)!.output.1

            let done = try await house.ask(
                Ask("POST", path).sameOrigin.by(standing.anna).form("version=\(version)"))

            #expect(done["Set-Cookie"]?.contains("Max-Age=0") == true)
            let page = try await house.followed(done, by: standing.anna)
            #expect(page.text.contains("was deleted, and you are signed out"))
            #expect(page.text.contains("<h1>Sign in</h1>"))
        }
    }

    @Test func theLastAdminIsKeptInWordsAtTheForm() async throws {
        try await TestHouse.open { house in
            let standing = try await Standing.world(in: house)
            let path = "/accounts/\(standing.globex.id.text)/users/1"
            let page = try await house.ask(Ask("GET", path).by(standing.sven))
            let version = page.text.firstMatch(of: /name="version" value="(\d+)"/)?.output.1

            let demoted = try await house.ask(
                Ask("POST", path).sameOrigin.by(standing.sven).form(
                    "first_name=Greta&email=greta%40example.com&role=User&version=\(version ?? "")"
                ))
            let deleted = try await house.ask(
                Ask("POST", path + "/delete").sameOrigin.by(standing.sven)
                    .form("version=\(version ?? "")"))

            for answer in [demoted, deleted] {
                #expect(answer.status == 303)
                let page = try await house.followed(answer, by: standing.sven)
                #expect(page.text.contains("role=\"alert\""))
                #expect(page.text.contains("only Account Admin"))
                #expect(page.text.contains("data-back="))
            }
        }
    }
}

extension TestHouse {
    /// The page that an answer leads to.
    func followed(_ answer: Answer, by caller: Caller = .anonymous) async throws
        -> Answer
    {
        try await ask(Ask("GET", answer["Location"] ?? "/nowhere").by(caller))
    }
}

extension Standing {
    /// Besides Anna, so that she may go.
    fileprivate func secondAdmin() async throws -> User {
        let desk = OperatorDesk(office: house.office)
        let row = Row(
            firstName: "Second", email: "second@example.com", role: Role.accountAdmin.title)
        let outcome = try await desk.addUser(row, to: acme, password: "Second-knows-the-way")
        guard case .saved(let user) = outcome else { throw Broken() }
        return user
    }
}
