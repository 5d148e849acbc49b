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

    /// Opens the database in a directory, which is made if it is missing.
    init(_ settings: Settings) async throws {
        self.settings = settings
        try Self.makeDirectory(settings.data)
        // Not clock_gettime: in a release build the whole module sees NIO's C module as timespec's owner.
        let clock = WallClock { Timestamp(Int64(Date.now.timeIntervalSince1970 * 1000)) }
        let database = try await SQLiteDatabase(directory: settings.data, clock: clock)
        office = Office(
            database: database, clock: clock, rules: settings.office, logger: Self.logger)
    }

    static let logger: Logger = {
        var logger = Logger(label: "rollbook") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .notice
        return logger
    }()

    private static func makeDirectory(_ path: String) throws {
        guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
        throw SettingError(
            description: "The directory \(path) can't be made: \(String(cString: strerror(errno)))."
        )
    }
}
