import Desk
import Gate
import Sheets

/// One line of docs/settings.md.
struct Setting: Sendable {
    let name: String
    let meaning: String
    /// What a value has to be, in words.
    let kind: String
    /// The value that holds when nothing is said.
    let standard: String
    /// Answers false for a value that can't be right; throws `SettingError` where the words must be others,
    /// as for a value that must not be repeated.
    let take: @Sendable (inout Settings, String) throws -> Bool
}

extension Setting {
    static let port = Setting(
        name: "ROLLBOOK_PORT", meaning: "the port to listen on; 0 takes a free one",
        kind: "a number from 0 to 65535", standard: "\(Settings().port)"
    ) { settings, text in
        guard let port = Int(text), Settings.ports.contains(port) else { return false }
        settings.port = port
        return true
    }

    /// A whole number of at least `least`.
    static func number<Number: FixedWidthInteger & Sendable>(
        _ name: String, _ place: any WritableKeyPath<Settings, Number> & Sendable,
        least: Number = 1, most: Number = .max, _ meaning: String
    ) -> Setting {
        Setting(
            name: name, meaning: meaning,
            kind: most == .max
                ? "a number of at least \(least)" : "a number from \(least) to \(most)",
            standard: "\(Settings()[keyPath: place])"
        ) { settings, text in
            guard let number = Number(text), (least...most).contains(number) else { return false }
            settings[keyPath: place] = number
            return true
        }
    }

    static func text(
        _ name: String, _ place: any WritableKeyPath<Settings, String> & Sendable, _ meaning: String
    ) -> Setting {
        Setting(
            name: name, meaning: meaning, kind: "a text", standard: Settings()[keyPath: place]
        ) { settings, text in
            settings[keyPath: place] = text
            return !text.isEmpty
        }
    }

    /// Addresses with commas between them.
    static let proxies = Setting(
        name: "ROLLBOOK_PROXY",
        meaning:
            "the addresses from which your own proxies connect, with commas between them; of what "
            + "they bring, the last address in X-Forwarded-For counts as the caller's",
        kind: "one or more IP addresses with commas between them", standard: ""
    ) { settings, text in
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        let addresses = parts.map { NetworkAddress($0.filter { $0 != " " }) }
        settings.gate.proxies = Set(addresses.compactMap(\.self))
        return !addresses.contains(nil)
    }

    /// `https://host[:port]` or `http://host[:port]`.
    static let address = Setting(
        name: "ROLLBOOK_URL",
        meaning: "the address that browsers open, when it isn't that of this server: "
            + "https://rollbook.example behind a proxy that speaks TLS",
        kind: "an address such as https://rollbook.example", standard: ""
    ) { settings, text in
        guard isOrigin(text) else { return false }
        settings.gate.publicURL = text
        return true
    }

    static func isOrigin(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 3 && ["https:", "http:"].contains(parts[0]) && parts[1].isEmpty
            && !parts[2].isEmpty
    }
}
