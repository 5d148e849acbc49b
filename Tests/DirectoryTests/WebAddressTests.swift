import Testing

@testable import Directory

@Suite("Addresses that a link may lead to")
struct WebAddressTests {
    @Test(
        "What leads to a web site stays as it was written",
        arguments: [
            "https://mail.example.com", "http://intranet", "https://intranet:8443/a?b=c#d",
            "HTTPS://Example.COM/Path", "http://192.0.2.7/", "https://[2001:db8::1]:444/x",
            "http://localhost:3000", "https://müller.example/straße",
            "https://xn--mller-kva.example",
            "https://例え.テスト/", "https://a.example/<b>\"quoted\"'&amp;",
            "https://a.example/person@home", "https://a.example?mail=a@b.example",
            "https://a.example:1",
        ])
    func right(_ written: String) throws {
        #expect(try WebAddress("  \(written)\u{A0}\n").text == written)
        #expect(WebAddress(kept: written) == (try WebAddress(written)))
    }

    @Test(
        "People read its host and port",
        arguments: [
            ("https://mail.example.com/inbox?all", "mail.example.com"),
            ("http://[::1]:80#top", "[::1]:80"),
        ])
    func place(_ written: String, _ place: String) throws {
        #expect(try WebAddress(written).place == place)
    }

    @Test(
        "Nothing but the web",
        arguments: [
            "javascript:alert(1)", "JAVASCRIPT://example.com/%0Aalert(1)",
            "data:text/html,<script>",
            "file:///etc/passwd", "ftp://example.com", "vbscript:x", "mailto:a@b.example",
            "//example.com",
            "example.com", "/profile", "https:example.com", "https:/example.com",
            "blob:https://a.example/1",
            "https;//example.com", "ｈttps://example.com",
        ])
    func schemes(_ written: String) {
        #expect(throws: WebAddress.Malformed.schemeMissing) { try WebAddress(written) }
    }

    @Test(
        "A host without a scheme is taken for a web site",
        arguments: [
            "mail.example.com", "mail.example.com/inbox?a=b", "192.0.2.7:8080", "müller.example#x",
        ])
    func completed(_ written: String) throws {
        #expect(try WebAddress(completing: " \(written) ").text == "https://" + written)
        #expect(try WebAddress(completing: "http://\(written)").text == "http://" + written)
    }

    @Test(
        "Another scheme, or half of one, isn't",
        arguments: [
            "javascript:alert(1)", "java.script:alert(1)", "data:text/html,<script>",
            "mailto:a@b.example", "ftp://example.com", "//example.com", "/profile",
            "https:example.com", "https;//example.com", "ｈttps://example.com", "intranet",
            "a@b.example", "example.com:", "example.com:99999", "example.com:8080:1",
        ])
    func notCompleted(_ written: String) {
        #expect(throws: WebAddress.Malformed.schemeMissing) {
            try WebAddress(completing: written)
        }
    }

    @Test(
        "What browsers drop or turn around is refused",
        arguments: [
            "https://exa mple.com", "https://example.com/a\tb", "https://example.com/\nx",
            "https://a.example\\b",
            "https:\\\\example.com", "https://a.example/\u{202E}gpj", "https://a\u{200B}.example",
            "java\nscript:alert(1)",
            "https://a.example/\u{0}", "https://a.example/a\u{A0}b",
        ])
    func unreadable(_ written: String) {
        #expect(throws: WebAddress.Malformed.unreadable) { try WebAddress(written) }
    }

    @Test(
        "A name before the host may look like a host",
        arguments: [
            "https://bank.example@evil.example", "https://user:secret@a.example/",
            "http://@a.example",
        ])
    func names(_ written: String) {
        #expect(throws: WebAddress.Malformed.namesSomebody) { try WebAddress(written) }
    }

    @Test(
        "A host that cannot exist is refused",
        arguments: [
            "https://", "https:///path", "https://?x", "https://.", "https://a..example",
            "https://-a.example",
            "https://a_b.example", "https://256.1.1.1", "https://1.2.3", "https://[::1",
            "https://[12]",
            "https://[::1]x", "https://a.example:", "https://a.example:0",
            "https://a.example:65536",
            "https://a.example:8o", "https://a.example:+80", "https://a.example:000080",
            "https://\(String(repeating: "a", count: 64)).example",
        ])
    func hosts(_ written: String) {
        #expect(throws: WebAddress.Malformed.hostImpossible) { try WebAddress(written) }
    }

    @Test("It is there, and not too long")
    func lengths() throws {
        let longest = "https://a.example/" + String(repeating: "x", count: WebAddress.longest - 18)

        #expect(throws: WebAddress.Malformed.missing) { try WebAddress(" \u{3000}\n") }
        #expect(try WebAddress(longest).text == longest)
        #expect(throws: WebAddress.Malformed.tooLong) { try WebAddress(longest + "x") }
    }
}
