import Desk
import Gate
import Sheets

/// What the operator may choose, with the values that hold when nothing is said. The command
/// line's options go before the environment.
struct Settings: Sendable {
    static let ports = 0...65_535

    var data = "data"
    var host = "127.0.0.1"
    var port = 8080
    var invitationKey = ""
    var gate = GateRules()
    var office = OfficeRules()
    var mail = MailSettings()

    init() {}

    /// Where people open the console, without a slash at the end.
    var console: String { console(atPort: port) }

    /// The same of a server that took this port.
    func console(atPort port: Int) -> String {
        gate.publicURL ?? "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
    }

    /// Where a person opens it when no server says so: what links in letters begin with, if only
    /// that is known.
    var opened: String { gate.publicURL ?? links }

    /// What links in letters begin with.
    var links: String { links(atPort: port) }

    func links(atPort port: Int) -> String {
        mail.publicURL ?? console(atPort: port)
    }

    /// Reads the variables of the table from an environment.
    /// - Throws: `SettingError` for a value that can't be right, and for a name that isn't in the
    ///   table: a slip of the pen must not go unnoticed.
    init(environment: [String: String]) throws {
        for (name, value) in environment where name.hasPrefix("ROLLBOOK_") {
            guard let setting = Setting.table.first(where: { $0.name == name }) else {
                throw SettingError(description: "There is no setting \(name).")
            }
            guard try setting.take(&self, value) else {
                throw SettingError(
                    description: value.isEmpty
                        ? "\(name) is set, but empty. It must be \(setting.kind); or leave it out."
                        : "\(name) must be \(setting.kind), not \u{201C}\(value)\u{201D}.")
            }
        }
        gate.spreadsheetBytes = office.limits.fileBytes
        try mail.check(console: gate.publicURL)
    }
}

struct SettingError: Error, CustomStringConvertible {
    let description: String
}
