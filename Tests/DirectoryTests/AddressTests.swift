import Directory
import Testing

@Suite("Addresses")
struct AddressTests {
    @Test(
        "Two spellings of one address are equal",
        arguments: [
            ("ana@example.com", " ANA@Example.COM "),
            ("jörg@example.de", "JO\u{308}RG@example.de"),
            ("ana@bücher.example", "ana@xn--bcher-kva.example"),
            ("ana@ｅｘａｍｐｌｅ.com", "ana@example.com"),
        ])
    func spellings(one: String, other: String) throws {
        #expect(try EmailAddress(one) == EmailAddress(other))
        #expect(try EmailAddress(one).key == EmailAddress(other).key)
    }

    @Test(
        "Addresses that differ stay different",
        arguments: [
            ("straße@example.de", "strasse@example.de"),
            ("ana.silva@example.com", "anasilva@example.com"),
            ("ana+a@example.com", "ana@example.com"),
            ("ana@straße.example", "ana@strasse.example"),
            ("аna@example.com", "ana@example.com"),
        ])
    func differences(one: String, other: String) throws {
        #expect(try EmailAddress(one) != EmailAddress(other))
    }

    @Test(
        "A domain that would look like another one is impossible, also written as A-labels",
        arguments: ["1.אב.com", "אב.1.com", "1.xn--4dbc.com", "xn--4dbc.1.com", "1.xn--4dbrk0ce"])
    func domainsThatRunTwoWays(domain: String) throws {
        let malformed = try #require(throws: EmailAddress.Malformed.self) {
            try EmailAddress("ana@" + domain)
        }

        #expect(malformed.reason == .domainImpossible)
    }

    @Test("A key is its own key")
    func keysAreStable() throws {
        for text in [
            "Ana@Bücher.example", "JÖRG@例え。jp", "İ@İ.example", "ß@ẞ.example", "ǅ@example.com",
        ] {
            let address = try EmailAddress(text)

            #expect(try EmailAddress(address.key).key == address.key)
            #expect(try EmailAddress(address.text).key == address.key)
            #expect(try EmailAddress(address.text).text == address.text)
        }
    }

    @Test("A repair is an address itself, and is offered alone only when it is the only one")
    func repairs() throws {
        let texts = [
            "ana @x,com", "Ana <ana@@x.com>", "a b@x.com", "mailto:ana.@x.com", "\"a\"@x.com;",
        ]
        for text in texts {
            let malformed = try #require(throws: EmailAddress.Malformed.self) {
                try EmailAddress(text)
            }

            #expect(!malformed.repairs.isEmpty)
            #expect((malformed.onlyRepair != nil) == (malformed.repairs.count == 1))
            for repair in malformed.repairs {
                #expect(try EmailAddress(repair).text == repair)
            }
        }
    }

    @Test("The limits are octets: 64 before the @, 254 in all")
    func limits() throws {
        let domain = String(repeating: "a", count: 63) + "." + String(repeating: "b", count: 63)
        let rest = "." + String(repeating: "c", count: 57) + ".com"
        let local = String(repeating: "x", count: 64)

        #expect(try EmailAddress(local + "@" + domain + rest).text.utf8.count == 254)
        #expect(reason(local + "@" + domain + "c" + rest) == .tooLong)
        #expect(reason("x" + local + "@example.com") == .nameTooLong)
        #expect(reason(String(repeating: "ü", count: 33) + "@example.com") == .nameTooLong)
    }

    @Test("A domain that only its A-labels make too long is too long")
    func limitsOfTheKey() {
        let domain = Array(repeating: "ü" + String(repeating: "a", count: 52), count: 4)

        let text = String(repeating: "x", count: 20) + "@" + domain.joined(separator: ".") + ".com"

        #expect(text.utf8.count < 254)
        #expect(reason(text) == .tooLong)
    }

    @Test(
        "64 KiB of anything are read in time",
        arguments: [
            "a", "@", ".", ",", " ", "<a@b.com>", "a@b.com;", "\u{200B}", "ü", "\"", "xn--", "(at)",
        ])
    func longInput(piece: String) {
        let text = String(repeating: piece, count: 65_536 / piece.utf8.count)
        let clock = ContinuousClock()

        let time = clock.measure {
            _ = try? EmailAddress(text)
            _ = try? EmailAddress(" " + text + "@example.com ")
        }

        #expect(time < .milliseconds(500))
    }

    @Test(
        "The most work that 1,024 octets can make is bounded",
        arguments: [
            "a@b.co ", "<a@b.co>", "a b ", ".,", "a..", "@@", " at ", "ü@ü,",
        ])
    func worstCases(piece: String) {
        let text = String(repeating: piece, count: 1_000 / piece.utf8.count)
        let clock = ContinuousClock()

        let time = clock.measure { _ = try? EmailAddress(text) }

        #expect(time < .milliseconds(250))
    }

    private func reason(_ text: String) -> EmailAddress.Malformed.Reason? {
        do throws(EmailAddress.Malformed) {
            _ = try EmailAddress(text)
            return nil
        } catch {
            return error.reason
        }
    }
}
