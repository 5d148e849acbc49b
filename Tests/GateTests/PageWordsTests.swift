import Directory
import Markup
import Testing

@testable import Pages

/// Addresses, dates and numbers as the pages write them.
@Suite struct PageWordsTests {
    @Test(arguments: [
        (0, "1 Jan 1970", "1970-01-01"), (-1, "31 Dec 1969", "1969-12-31"),
        (951_782_400_000, "29 Feb 2000", "2000-02-29"),
        (1_772_582_400_000, "4 Mar 2026", "2026-03-04"),
        (1_798_761_599_999, "31 Dec 2026", "2026-12-31"),
        (4_107_542_400_000, "1 Mar 2100", "2100-03-01"),
    ])
    func aMomentIsWrittenAsItsDay(milliseconds: Int64, day: String, iso: String) {
        let moment = Timestamp(milliseconds)

        #expect(moment.day == day)
        #expect(moment.isoDay == iso)
    }

    @Test(arguments: [
        (0, "0 users"), (1, "1 user"), (999, "999 users"), (1_000, "1,000 users"),
        (1_048_576, "1,048,576 users"),
    ])
    func aCountIsReadable(count: Int, words: String) {
        #expect(count.counted("user") == words)
    }

    @Test(arguments: [
        ("Anna Aalto", "AA"), ("anna", "A"), ("Noor de Vries", "ND"), ("", ""), ("  ", ""),
        ("<b> x", "BX"), ("ßeta", "SS"), ("田中 陽子", "田陽"),
    ])
    func aPersonIsPicturedByInitials(name: String, initials: String) {
        #expect(name.initials == initials)
    }

    @Test func aQueryIsEncoded() {
        let address = Path.accounts.asking(["search": "a&b=ü \"", "after": nil])

        #expect(address == "/accounts?search=a%26b%3D%C3%BC%20%22")
    }

    @Test(arguments: [
        "//example.org", "https://example.org/", "/\\example.org", "\\\\example.org", "users", "",
        "/a\nb", "/ü", "javascript:alert(1)",
    ])
    func afterSignInNobodyIsLedElsewhere(_ place: String) {
        #expect(Pages.place(place) == nil)
    }

    @Test func afterSignInPeopleArriveWhereTheyWanted() {
        #expect(Pages.place("/accounts/0a1b2c3d4e5/users?search=x") != nil)
    }

    @Test(arguments: [
        (false, "Sent", false), (true, "In the mailbox", true),
    ])
    func anEmailThatStaysInTheHouseIsNotCalledSent(staysHere: Bool, word: String, hasHint: Bool) {
        let user = User(
            account: ID(1), id: ID(2), email: "uma@acme.example", firstName: "", lastName: "",
            name: "Uma", displayName: "Uma", role: .user, registeredAt: nil,
            createdAt: Timestamp(0), version: 1, draft: nil, welcome: .sent)

        let mark = WelcomeMark(of: user, staysHere: staysHere).html(Look(assets: "/assets/abc"))

        #expect(mark.text.contains("</svg>\(word)</span>"))
        #expect(mark.text.contains("title=\"No mail server is set") == hasHint)
    }

    @Test func theThemeComesFromTheCookieAndOnlyAsOneOfTwoWords() {
        let assets = "/assets/abc"

        #expect(Look(assets: assets, cookies: ["rollbook=x; theme=dark"]).theme == .dark)
        #expect(Look(assets: assets, cookies: ["theme=light"]).theme == .light)
        #expect(Look(assets: assets, cookies: ["theme=\"><script>"]).theme == nil)
        #expect(Look(assets: assets, cookies: ["mytheme=dark"]).theme == nil)
    }
}
