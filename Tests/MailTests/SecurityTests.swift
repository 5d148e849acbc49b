import Foundation
import Mail
import Testing

/// TLS and signing in.
@Suite struct SecurityTests {
    private static let ana = SMTPServer.Credentials(user: "ana", password: "geheim \u{1F511} pass")
    private static let login = "ana:geheim \u{1F511} pass"

    @Test(arguments: [
        ("starttls", SMTPServer.Security.startTLS, ""), ("implicit", .tls, ""),
        ("starttls", .startTLS, "PLAIN"),
    ])
    func aLetterGoesThroughTLSAfterSigningIn(
        tls: String, security: SMTPServer.Security, without: String
    ) throws {
        let sink = try Sink("[]", "--tls", tls, "--login", Self.login, "--without", without)
        let carrier = SMTPCarrier(
            sink.server(security, host: "localhost", login: Self.ana), Patience(seconds: 5))
        let delivery = carrier.open()

        let ends = try (1...3).map { _ in delivery.deliver(try SampleLetter().message()).summary }
        delivery.close()

        #expect(ends == Array(repeating: "accepted 250", count: 3))
        let mail = try sink.log().filter { $0.line?.hasPrefix("MAIL") == true }
        #expect(mail.count == 3 && mail.allSatisfy { $0.secure == true })
        #expect(try sink.log().filter { $0.event == "connect" }.count == 1)
    }

    @Test(arguments: [
        ("DNS:other.example", "hostname mismatch"), ("DNS:other.example,IP:127.0.0.2", "mismatch"),
    ])
    func aCertificateOfAnotherHostIsNotTrusted(names: String, reason: String) throws {
        let sink = try Sink("[]", "--tls", "starttls", "--names", names)

        for host in ["localhost", "127.0.0.1"] {
            let end = SMTPCarrier(sink.server(.startTLS, host: host)).open()
                .deliver(try SampleLetter().message())

            #expect(end.summary == "postponed at tls 0")
            #expect(end.trouble?.words.contains("mismatch") == true, "\(end)")
        }
    }

    @Test func anUnknownAuthorityIsNotTrusted() throws {
        let sink = try Sink("[]", "--tls", "implicit")
        var server = sink.server(.tls, host: "localhost")
        server.trustFile = nil

        let end = SMTPCarrier(server).open().deliver(try SampleLetter().message())

        #expect(end.summary == "postponed at tls 0")
        #expect(
            end.trouble?.words
                == "The server's certificate is not trusted: self-signed certificate.")
    }

    @Test func nothingIsSaidToAServerThatOffersNoTLS() throws {
        let stripped = try Sink("[]", "--login", Self.login)
        let refusing = try Sink(
            #"[{"at": "starttls", "reply": "454 4.7.0 Not now"}]"#, "--tls", "starttls")
        let injected = try Sink(
            #"[{"at": "starttls", "reply": "220 Go\r\n250 Ok"}]"#, "--tls", "starttls")

        let ends = try [stripped, refusing, injected].map { sink in
            SMTPCarrier(
                sink.server(.startTLS, host: "localhost", login: Self.ana), Patience(seconds: 2)
            ).open().deliver(try SampleLetter().message())
        }

        #expect(
            ends.map(\.summary) == [
                "postponed at tls 0", "postponed at tls 454", "postponed at tls 0",
            ])
        for sink in [stripped, refusing, injected] {
            #expect(
                try sink.said().allSatisfy { $0 == "STARTTLS" || $0.hasPrefix("EHLO") })
        }
    }

    @Test func aWrongPasswordHoldsLettersBackAndRefusesNone() throws {
        let sink = try Sink("[]", "--tls", "starttls", "--login", "ana:other")

        let end = SMTPCarrier(sink.server(.startTLS, host: "localhost", login: Self.ana)).open()
            .deliver(try SampleLetter().message())

        #expect(end.summary == "postponed at signIn 535")
        #expect(end.trouble?.words == "5.7.8 Wrong user name or password")
    }

    @Test func aServerWithoutAWayToSignInIsNamed() throws {
        let none = try Sink("[]", "--tls", "starttls")
        let other = try Sink(
            "[]", "--tls", "starttls", "--login", Self.login, "--without", "PLAIN,LOGIN")

        let ends = try [none, other].map { sink in
            SMTPCarrier(sink.server(.startTLS, host: "localhost", login: Self.ana)).open()
                .deliver(try SampleLetter().message())
        }

        #expect(ends.allSatisfy { $0.summary == "postponed at signIn 0" })
    }

    @Test func aServerThatBreaksOffTheHandshakeIsFoundOut() throws {
        for action in [#""close": true"#, #""stall": 2"#] {
            let sink = try Sink(#"[{"at": "tls", \#(action)}]"#, "--tls", "implicit")

            let end = SMTPCarrier(
                sink.server(.tls, host: "localhost"), Patience(seconds: 0.5)
            ).open().deliver(try SampleLetter().message())

            #expect(end.summary == "postponed at tls 0")
        }
    }
}
