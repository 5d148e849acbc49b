import Mail
import Testing

@testable import RollbookCommand

/// What the environment may say about mail.
@Suite struct MailSettingsTests {
    @Test(arguments: [
        (
            "smtp://ana:geheim@smtp.example.com:587",
            SMTPServer(
                host: "smtp.example.com", port: 587, security: .startTLS,
                credentials: .init(user: "ana", password: "geheim"))
        ),
        (
            "smtps://ana@x.example:a:b%40%25/?@smtp.example.com/",
            SMTPServer(
                host: "smtp.example.com", port: 465, security: .tls,
                credentials: .init(user: "ana@x.example", password: "a:b@%/?"))
        ),
        ("smtp://127.0.0.1:25?tls=off", SMTPServer(host: "127.0.0.1", port: 25, security: .none)),
        ("smtp://[::1]:2525", SMTPServer(host: "::1", port: 2525, security: .startTLS)),
        ("smtp://localhost", SMTPServer(host: "localhost", port: 587, security: .startTLS)),
    ])
    func anAddressNamesServerUserAndSecurity(text: String, server: SMTPServer) throws {
        #expect(try SMTPAddress(text).server == server)
    }

    @Test(arguments: [
        "", "smtp.example.com", "http://smtp.example.com", "smtp://", "smtp://:25", "smtp://host:",
        "smtp://host:0", "smtp://host:65536", "smtp://host:2x", "smtp://host/path",
        "smtp://ana@host", "smtp://:geheim@host", "smtp://ana:@host", "smtp://ana:ge%heim@host",
        "smtp://ana:geheim%00@host", "smtp://ana:geheim%0A@host", "smtp://[::1",
        "smtp://bücher.example",
        "smtps://host?tls=off", "smtp://host?tls=on", "smtp://a b",
    ])
    func whatIsNoAddressIsRefusedWithoutRepeatingIt(text: String) {
        let fault = #expect(throws: SettingError.self) {
            try Settings(environment: [
                "ROLLBOOK_SMTP_URL": text, "ROLLBOOK_MAIL_FROM": "a@example.com",
                "ROLLBOOK_PUBLIC_URL": "https://console.example",
            ])
        }

        #expect(fault?.description.contains("geheim") == false)
        #expect(fault?.description.contains("ROLLBOOK_SMTP_URL") == true)
    }

    @Test func whatLettersNeedIsAskedFor() {
        let far = "smtp://smtp.example.com"
        let cases: [([String: String], String)] = [
            (["ROLLBOOK_SMTP_URL": far], "needs ROLLBOOK_MAIL_FROM"),
            (["ROLLBOOK_SMTP_URL": "smtp://host:25?tls=no"], "can stand only tls=off"),
            (["ROLLBOOK_SMTP_URL": "smtp://ana@host:25"], "The password is missing"),
            (
                ["ROLLBOOK_SMTP_URL": far, "ROLLBOOK_MAIL_FROM": "a@example.com"],
                "needs ROLLBOOK_PUBLIC_URL"
            ),
            (
                [
                    "ROLLBOOK_SMTP_URL": "smtp://127.0.0.1:25?tls=off",
                    "ROLLBOOK_MAIL_FROM": "a@example.com",
                ], "needs ROLLBOOK_PUBLIC_URL"
            ),
            (["ROLLBOOK_SMTP_URL_FILE": "/nowhere/at/all"], "ROLLBOOK_SMTP_URL_FILE can't be read"),
            (["ROLLBOOK_MAIL_HOURS": "9000"], "a number from 1 to 8760"),
            (["ROLLBOOK_INVITATION_HOURS": "9000"], "a number from 1 to 8760"),
            (["ROLLBOOK_MAIL_CONNECTIONS": "300"], "a number from 1 to 256"),
            (["ROLLBOOK_MAIL_PATIENCE": "4000"], "a number from 0 to 3600"),
            (
                [
                    "ROLLBOOK_SMTP_URL": far + "?tls=off", "ROLLBOOK_MAIL_FROM": "a@example.com",
                    "ROLLBOOK_URL": "https://console.example",
                ], "ROLLBOOK_SMTP_ALLOW_PLAIN=yes"
            ),
            (["ROLLBOOK_MAIL_FROM": "Rollbook <a@example.com>"], "without a name"),
            (["ROLLBOOK_MAIL_FROM": ""], "is set, but empty. It must be one address such as"),
            (["ROLLBOOK_MAIL_FROM": "käthe@example.com"], "without a name"),
            (["ROLLBOOK_PUBLIC_URL": "console.example"], "an address such as"),
            (["ROLLBOOK_SMTP_ALLOW_PLAIN": "maybe"], "“yes” or “no”"),
        ]

        for (environment, words) in cases {
            let fault = #expect(throws: SettingError.self) {
                try Settings(environment: environment)
            }
            #expect(fault?.description.contains(words) == true, "\(fault?.description ?? "")")
        }
    }

    @Test func thePasswordMayStandInAFile() throws {
        try withDirectory { directory in
            let path = try write("smtp://ana:geheim@smtp.example.com\n", to: "smtp", in: directory)
            let rest = [
                "ROLLBOOK_MAIL_FROM": "a@example.com", "ROLLBOOK_URL": "https://out.example",
                "ROLLBOOK_SMTP_URL_FILE": path,
            ]

            let settings = try Settings(environment: rest)
            let both = #expect(throws: SettingError.self) {
                try Settings(
                    environment: rest.merging(["ROLLBOOK_SMTP_URL": "smtp://other"]) { $1 })
            }
            _ = try write("smtp://ana:geheim", to: "smtp", in: directory)
            let wrong = #expect(throws: SettingError.self) { try Settings(environment: rest) }

            #expect(settings.mail.server?.credentials?.password == "geheim")
            #expect(both?.description.contains("or ROLLBOOK_SMTP_URL_FILE, not both") == true)
            #expect(wrong?.description.contains("ROLLBOOK_SMTP_URL_FILE") == true)
            #expect(wrong?.description.contains("geheim") == false)
        }
    }

    @Test func linksBeginWithThePublicAddressAlone() throws {
        let both = try Settings(environment: [
            "ROLLBOOK_URL": "https://inside.example", "ROLLBOOK_PUBLIC_URL": "https://out.example",
        ])
        let one = try Settings(environment: ["ROLLBOOK_URL": "https://inside.example"])

        #expect(both.links(atPort: 1) == "https://out.example")
        #expect(one.links(atPort: 1) == "https://inside.example")
        #expect(try Settings(environment: [:]).links(atPort: 1) == "http://127.0.0.1:1")
    }

    @Test func plainIsAllowedToThisMachineOrByName() throws {
        for host in ["127.0.0.1:25", "[::1]:25", "localhost:25"] {
            let settings = try Settings(environment: [
                "ROLLBOOK_SMTP_URL": "smtp://\(host)?tls=off",
                "ROLLBOOK_MAIL_FROM": "a@example.com", "ROLLBOOK_URL": "https://out.example",
            ])
            #expect(settings.mail.server?.security == SMTPServer.Security.none)
        }

        let far = try Settings(environment: [
            "ROLLBOOK_SMTP_URL": "smtp://10.0.0.7:25?tls=off", "ROLLBOOK_SMTP_ALLOW_PLAIN": "yes",
            "ROLLBOOK_MAIL_FROM": "a@example.com", "ROLLBOOK_PUBLIC_URL": "https://out.example",
        ])

        #expect(far.mail.server?.host == "10.0.0.7")
    }
}
