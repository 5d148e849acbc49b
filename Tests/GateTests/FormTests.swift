import Directory
import HTTPTypes
import Testing

@testable import Gate

@Suite struct FormTests {
    @Test func readsWhatBrowsersSend() throws {
        var form = try FormFields(encoded: "name=J%C3%B6rg+M%26M&empty=&e%3Dq=a%3Db".utf8)

        #expect(try form.text("name") == "Jörg M&M")
        #expect(try form.optional("empty") == "")
        #expect(try form.text("e=q") == "a=b")
        #expect(try form.optional("other") == nil)
    }

    @Test(arguments: ["a=%", "a=%4", "a=%zz", "a=%C3%28", "a=%00", "a=1&a=2", "%ff=1"])
    func refusesWhatTheyDoNot(_ text: String) {
        let refusal = #expect(throws: Refusal.self) { try FormFields(encoded: text.utf8) }
        #expect(refusal?.code == .malformedRequest)
    }

    @Test(arguments: ["0", "201", "-1", "+5", "05", "1.0", "x", "", "99999999999999999999"])
    func aNumberIsPlainAndInItsRange(_ text: String) throws {
        var form = try FormFields(encoded: "limit=\(text.replacing("+", with: "%2B"))".utf8)

        let refusal = #expect(throws: Refusal.self) { try form.number("limit", in: 1...200) }

        #expect(refusal?.code == .wrongValue)
        #expect(refusal?.field == "limit")
    }

    @Test func theCookieIsReadOnlyIfItLooksLikeOurs() {
        let token = String(repeating: "a-Z_0", count: 8) + "xyz"
        let plain = SessionCookie(GateRules())
        var rules = GateRules()
        rules.publicURL = "https://rollbook.example"
        let secure = SessionCookie(rules)

        #expect(plain.token(in: ["a=b; rollbook=\(token)"]) == token)
        #expect(plain.token(in: ["a=b", "rollbook=\(token)"]) == token)
        #expect(plain.token(in: ["rollbook=\(token); rollbook=\(token)"]) == nil)
        #expect(plain.token(in: ["rollbook=\(token)x"]) == nil)
        #expect(plain.token(in: ["rollbook=\(token.dropLast())/"]) == nil)
        #expect(plain.token(in: ["xrollbook=\(token)"]) == nil)
        #expect(secure.token(in: ["rollbook=\(token)"]) == nil)
        #expect(secure.token(in: ["__Host-rollbook=\(token)"]) == token)
        #expect(
            secure.giving(token)
                == "__Host-rollbook=\(token); Path=/; HttpOnly; SameSite=Lax; Secure")
        #expect(plain.giving(token) == "rollbook=\(token); Path=/; HttpOnly; SameSite=Lax")
    }
}
