import Desk
import Directory
import FoundationEssentials
import Glibc
import Logging
import StoreSQLite

/// What every command stands on: the settings, and the office over an open database.
struct House {
    let settings: Settings
    let office: Office

    /// What a command does with the database.
    enum Opening {
        /// Makes it when it is missing, and says so; so does `sending`.
        case making
        case working
        /// The same, and sends letters: it needs their key and, for a mail server, certificates.
        case sending
        /// Changes nothing at all.
        case reading
    }

    /// Opens the database in the directory of the settings.
    /// - Throws: `SettingError` if there is none and the command may not make one.
    init(_ settings: Settings, _ opening: Opening) async throws {
        self.settings = settings
        let isNew = !SQLiteDatabase.exists(in: settings.data)
        if isNew {
            guard opening != .working, opening != .reading else {
                throw SettingError.noDatabase(settings.data)
            }
            try Self.makeDirectory(settings.data)
        }
        // Not clock_gettime: in a release build the whole module sees NIO's C module as timespec's owner.
        let clock = WallClock { Timestamp(Int64(Date.now.timeIntervalSince1970 * 1000)) }
        let database =
            switch opening {
            case .reading: try await SQLiteDatabase(reading: settings.data)
            default:
                try await SQLiteDatabase(
                    directory: settings.data, clock: clock, fault: Self.tellOfTheLog)
            }
        if isNew { try OpenFile.standardError.write("Made a new database in \(settings.data).\n") }
        let post: Correspondence? =
            if case .sending = opening { try Self.correspondence(settings) } else { nil }
        office = Office(
            database: database, clock: clock, rules: settings.office, logger: Self.logger,
            post: post)
    }

    private static func correspondence(_ settings: Settings) throws -> Correspondence {
        let path = settings.invitationKey
        let file = KeyFile(path: path.isEmpty ? "\(settings.data)/invitations.key" : path)
        let key = try file.key()
        let console = ConsoleAddress(settings.links)
        guard let (carrier, sender) = try settings.mail.carrier(console: settings.console) else {
            return .embedded(key: key, console: console)
        }
        return Correspondence(
            sender: sender, carrier: carrier, hasMailbox: false, key: key, console: console)
    }

    @Sendable private static func tellOfTheLog(_ fault: any Error) {
        logger.error("the write-ahead log can't be emptied", metadata: ["error": "\(fault)"])
    }

    static let logger = Logger(label: "rollbook") { LogLines(label: $0) }

    private static func makeDirectory(_ path: String) throws {
        guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
        throw SettingError(
            description: "The directory \(path) can't be made: \(String(cString: strerror(errno)))."
        )
    }
}

extension SettingError {
    fileprivate static func noDatabase(_ directory: String) -> SettingError {
        SettingError(
            description: "There is no database in \(directory). Name its directory with --data; "
                + "“serve” and “account add” make a new one.")
    }
}
