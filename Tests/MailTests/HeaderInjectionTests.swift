import Directory
import Foundation
import Mail
import Testing

/// Whatever is written in names, subjects and addresses: one recipient, and no field that isn't ours.
@Suite struct HeaderInjectionTests {
    private static let names = [
        "Date", "From", "To", "Reply-To", "Subject", "Message-ID", "Auto-Submitted", "MIME-Version",
        "Content-Type",
    ]

    @Test func hostileNamesStayNames() throws {
        #expect(Hostile.texts.count == 300)
        for (index, text) in Hostile.texts.enumerated() {
            let read = try ReadMessage(Self.message(of: text).bytes)

            #expect(read.fields.map(\.name) == Self.names, "\(index) \(text.debugDescription)")
            #expect(read["To"].hasSuffix(" <anneliese.krueger@fabrikam.example>"))
            #expect(read.parts.count == 2, "\(index)")
        }
    }

    @Test func aHostileAddressIsNoAddress() throws {
        for text in Hostile.texts {
            for written in ["\(text)@x.example", "ana@\(text)", "\(text)ana@x.example"] {
                guard let address = try? EmailAddress(written) else { continue }
                let envelope = try EnvelopeAddress(address)
                #expect(Self.isOneAddress(envelope))
            }
            for key in ["\(text)@x.example", "ana@x.example\(text)", text] {
                let stored = EmailAddress(text: key, key: key)
                guard let envelope = try? EnvelopeAddress(stored) else { continue }
                #expect(Self.isOneAddress(envelope))
            }
        }
        for key in ["a@@b.example", "@a@b.example", "@b.example", "a@", "a@b@c.example"] {
            #expect(throws: Unsendable.self) {
                try EnvelopeAddress(EmailAddress(text: key, key: key))
            }
        }
    }

    /// By bytes: CR and LF together are one character.
    private static func isOneAddress(_ envelope: EnvelopeAddress) -> Bool {
        let bytes = Array(envelope.text.utf8)
        let parts = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
            && !bytes.contains { " \r\n\0<>,".utf8.contains($0) }
    }

    /// The same with the parser of another house: Python's.
    @Test func pythonReadsOneRecipientAndNoOtherField() throws {
        let directory = FileManager.default.temporaryDirectory.appending(
            path: "mail-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        for (index, text) in Hostile.texts.enumerated() {
            let bytes = try Self.message(of: text).bytes
            try Data(bytes).write(to: directory.appending(path: "\(index).eml"))
        }

        let said = try Python.run(
            """
            import email, email.policy, pathlib, sys
            for file in pathlib.Path(sys.argv[1]).iterdir():
                message = email.message_from_bytes(file.read_bytes(), policy=email.policy.SMTP)
                assert message.keys() == sys.argv[2].split(), (file.name, message.keys())
                recipients = [a.addr_spec for a in message["To"].addresses]
                assert recipients == ["anneliese.krueger@fabrikam.example"], (file.name, recipients)
                assert [a.addr_spec for a in message["From"].addresses] == ["accounts@console.example"]
                assert len(message["Reply-To"].addresses) == 1, message["Reply-To"]
                assert not message.defects, (file.name, message.defects)
                parts = [part.get_content_type() for part in message.iter_parts()]
                assert parts == ["text/plain", "text/html"], (file.name, parts)
                assert all(not part.defects for part in message.iter_parts())
            print("read", len(list(pathlib.Path(sys.argv[1]).iterdir())))
            """, directory.path, Self.names.joined(separator: " "))

        #expect(said == "read 300\n")
    }

    private static func message(of text: String) throws -> Message {
        var sample = SampleLetter()
        sample.account = text
        sample.name = text
        sample.inviter = text
        sample.words.subject = text
        sample.words.greeting = text
        sample.link = "https://console.example/register#\(text)"
        return try sample.message()
    }
}
