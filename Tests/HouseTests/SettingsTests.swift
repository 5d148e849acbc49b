import Desk
import Foundation
import Gate
import Testing

@testable import RollbookCommand

/// docs/settings.md against the table of settings, and what the environment may say.
@Suite struct SettingsTests {
    @Test func thePageListsEverySetting() throws {
        let path = SourceTree.root.appending(path: "docs/settings.md")
        let page = try String(contentsOf: path, encoding: .utf8)
        let written = page.split(separator: "\n").filter { $0.hasPrefix("| `ROLLBOOK_") }
        let table = Setting.table.map { setting in
            let standard = setting.standard.isEmpty ? "" : "`\(setting.standard)`"
            return "| `\(setting.name)` | \(standard) | \(setting.meaning) |"
        }

        #expect(written.map(String.init) == table, "\n\(table.joined(separator: "\n"))")
    }

    @Test func theEnvironmentIsTakenOver() throws {
        let settings = try Settings(environment: [
            "ROLLBOOK_COMMIT_CHUNK": "250", "ROLLBOOK_COMMIT_PAUSE_MS": "20",
            "ROLLBOOK_FILE_LIMIT": "1000", "ROLLBOOK_URL": "https://rollbook.example", "PATH": "/",
            "ROLLBOOK_PROXY": "10.0.0.7, 2001:DB8::1",
        ])

        #expect(settings.office.commitChunk == 250)
        #expect(settings.office.commitPause == 20)
        #expect(settings.gate.spreadsheetBytes == 1000)
        #expect(settings.gate.publicURL == "https://rollbook.example")
        #expect(settings.gate.proxies.map(\.text).sorted() == ["10.0.0.7", "2001:db8::1"])
    }

    @Test(arguments: [
        ("ROLLBOOK_HOST", "::1", "http://[::1]:8080"),
        ("ROLLBOOK_HOST", "127.0.0.1", "http://127.0.0.1:8080"),
        ("ROLLBOOK_URL", "https://rollbook.example", "https://rollbook.example"),
    ])
    func theConsolesAddressIsOneThatBrowsersOpen(_ name: String, _ value: String, _ url: String)
        throws
    {
        #expect(try Settings(environment: [name: value]).console == url)
    }

    @Test func anImportIsContinuedWherePeopleOpenTheConsole() throws {
        let letters = ["ROLLBOOK_PUBLIC_URL": "https://people.example"]
        let both = letters.merging(["ROLLBOOK_URL": "https://rollbook.example"]) { $1 }

        #expect(try Settings(environment: [:]).opened == "http://127.0.0.1:8080")
        #expect(try Settings(environment: letters).opened == "https://people.example")
        #expect(try Settings(environment: both).opened == "https://rollbook.example")
    }

    @Test(arguments: [
        ("ROLLBOOK_PORT", "x"), ("ROLLBOOK_PORT", "-1"), ("ROLLBOOK_PORT", "70000"),
        ("ROLLBOOK_COMMIT_CHUNK", "0"),
        ("ROLLBOOK_COMMIT_CHUNCK", "250"), ("ROLLBOOK_URL", "rollbook.example"),
        ("ROLLBOOK_URL", "https://rollbook.example/console"), ("ROLLBOOK_HOST", ""),
        ("ROLLBOOK_PROXY", ""), ("ROLLBOOK_PROXY", "proxy.example"),
        ("ROLLBOOK_PROXY", "10.0.0.7,"),
        ("ROLLBOOK_PROXY", "10.0.0.0/8"),
    ])
    func whatCannotBeRightIsRefused(_ name: String, _ value: String) {
        #expect(throws: SettingError.self) { try Settings(environment: [name: value]) }
    }
}
