@testable import Desk
import Directory
import Testing

struct PasswordRulesTests {
    private let rules = PasswordRules(
        of: "anna@acme.example", "Anna Aalto", "Acme Holding", shortest: 15)

    @Test(arguments: [
        "correct horse lamp", "anna-looks-after-acme", "ein sehr langer Satz", "пятнадцать букв!!",
        "x7#Kq9!vLm2@Rt5", "🐴🔋📎🍏🚲🎈🌧️🎲🧦🪁🥨🛶🪴🧭🪐", "            four words       apart",
        "password-blue-lanterns",
    ])
    func longAndUncommonIsEnough(password: String) {
        #expect(rules.refusal(of: password) == nil)
    }

    @Test(arguments: [
        ("", "The password is too short."),
        ("14 characters!", "The password is too short."),
        ("aaaaaaaaaaaaaaaaaaaa", "The password is easy to guess."),
        ("abababababababab", "The password is easy to guess."),
        ("passwordpassword", "The password is easy to guess."),
        ("Password12345678", "The password is easy to guess."),
        ("123456789012345", "The password is easy to guess."),
        ("qwertyuiopasdfgh", "The password is easy to guess."),
        ("abcdefghijklmnop", "The password is easy to guess."),
        ("ponmlkjihgfedcba", "The password is easy to guess."),
        ("1qaz2wsx3edc4rfv", "The password is easy to guess."),
        ("letmeinletmeinletmein", "The password is easy to guess."),
        ("Welcome2024!!!!!", "The password is easy to guess."),
        ("correcthorsebatterystaple", "The password is easy to guess."),
    ])
    func whatIsGuessedFirstIsRefused(password: String, message: String) {
        let refusal = rules.refusal(of: password)

        #expect(refusal?.code == .passwordTooWeak)
        #expect(refusal?.message == message)
        #expect(refusal?.remedy.isEmpty == false)
    }

    @Test(arguments: [
        "anna@acme.example", "annaaltoacme123", "AnnaAalto-Acme-1", "Acme Holding Acme 1",
    ])
    func whatOthersKnowCountsForLittle(password: String) {
        #expect(
            rules.refusal(of: password)?.message
                == "The password is little more than your name, your address or the account's name."
        )
    }

    @Test func aKilobyteIsTheMost() {
        let words = String(repeating: "one two three four! ", count: 60)

        #expect(rules.refusal(of: String(words.prefix(1024 - 1)) + "x") == nil)
        #expect(rules.refusal(of: words)?.message == "The password is too long.")
    }
}
