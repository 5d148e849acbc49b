import Foundation
import Testing

/// The key that links are made with: for its owner alone, and only where links are made.
@Suite struct KeyFileTests {
    @Test func aKeyThatOthersCanReadIsRefused() throws {
        try withDirectory { data in
            _ = try rollbook("account", "add", "Acme", data: data)
            let path = try write(String(repeating: "k", count: 32), to: "invitations.key", in: data)
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)

            let answer = try rollbook("serve", "--port", "0", data: data)

            #expect(answer.status == 2)
            #expect(answer.complaint.contains("can be read by others"))
            #expect(answer.complaint.split(separator: "\n").count == 1)
        }
    }

    @Test func whatSendsNoLettersNeedsNoKey() throws {
        try withDirectory { data in
            for command in [["account", "add", "Acme"], ["account", "list"]] {
                let answer = try rollbook(command, data: data)
                #expect(answer.status == 0)
            }

            #expect(!FileManager.default.fileExists(atPath: data + "/invitations.key"))
        }
    }
}
