import Desk
import Gate
import Sheets

extension Setting {
    /// Every setting there is; docs/settings.md is compared with it.
    static let table = server + requests + people + mail + imports + files

    private static let server: [Setting] = [
        text("ROLLBOOK_DATA", \.data, "the directory of the database and of uploads on their way"),
        text("ROLLBOOK_HOST", \.host, "the address to listen on"),
        port,
        address,
        number("ROLLBOOK_CONNECTIONS", \.gate.connections, "open connections in all"),
        number(
            "ROLLBOOK_CONNECTIONS_PER_SOURCE", \.gate.connectionsPerSource,
            "open connections of one network address; behind ROLLBOOK_PROXY its requests at once"),
        proxies,
    ]

    private static let requests: [Setting] = [
        number("ROLLBOOK_BODY_LIMIT", \.gate.bodyBytes, "bytes of a request that is no file"),
        number("ROLLBOOK_HEADER_LIMIT", \.gate.headerBytes, "bytes of a request's headers"),
        number(
            "ROLLBOOK_HEADER_SECONDS", \.gate.headerSeconds,
            "seconds until a request's headers are there"),
        number(
            "ROLLBOOK_BODY_SECONDS", \.gate.bodySeconds,
            "seconds over which the least speed of a body is taken"),
        number(
            "ROLLBOOK_BODY_SPEED", \.gate.bytesPerSecond,
            "bytes a second that a body must bring at least"),
        number(
            "ROLLBOOK_IDLE_SECONDS", \.gate.idleSeconds,
            "seconds that a connection may rest between requests"),
    ]

    private static let people: [Setting] = [
        number(
            "ROLLBOOK_SESSION_IDLE", \.office.sessionIdle,
            "seconds without a request after which a session ends"),
        number(
            "ROLLBOOK_SESSION_LONGEST", \.office.sessionAbsolute,
            "seconds after which a session ends anyway"),
        number(
            "ROLLBOOK_HASH_MEMORY", \.office.hashMemory, least: 1024,
            "KiB of memory that one password hash takes"),
        number(
            "ROLLBOOK_HASHES_AT_ONCE", \.office.hashesAtOnce,
            "password hashes that are made at once"),
        number(
            "ROLLBOOK_HASHES_WAITING", \.office.hashesWaiting,
            "sign-ins that may wait for that; more are answered 503"),
        number(
            "ROLLBOOK_PASSWORD_LENGTH", \.office.passwordLength, least: 8,
            "characters that a password needs at least"),
        number(
            "ROLLBOOK_INVITATION_HOURS", \.office.invitationHours, most: 8_760,
            "hours that the link of a Welcome email works"),
        number(
            "ROLLBOOK_PASSWORD_LINK_MINUTES", \.office.passwordLinkMinutes, most: 10_080,
            "minutes that the link for a forgotten password works"),
        number(
            "ROLLBOOK_MAIL_CONNECTIONS", \.office.courierConnections, most: 256,
            "connections to the mail server at once"),
        number(
            "ROLLBOOK_MAIL_PER_MINUTE", \.office.lettersPerMinute, least: 0,
            "emails that are begun in a minute; 0 for as many as go"),
        number(
            "ROLLBOOK_MAIL_HOURS", \.office.courierHours, most: 8_760,
            "hours for which an email that the mail server doesn't take yet is tried again"),
        number(
            "ROLLBOOK_MAIL_REST_MS", \.office.courierRest, least: 0, most: 3_600_000,
            "milliseconds that a connection rests, longer each time, when the mail server is away"),
        number(
            "ROLLBOOK_MAIL_RETRY_SECONDS", \.office.courierRetry, most: 3_600,
            "seconds until an email that the mail server doesn't take yet is tried again; then "
                + "longer each time, up to sixty times as long"),
        number(
            "ROLLBOOK_MAIL_IDLE_SECONDS", \.office.courierIdle, most: 3_600,
            "seconds after which a connection to the mail server that has nothing to send is closed"
        ),
        text(
            "ROLLBOOK_INVITATION_KEY", \.invitationKey,
            "the file of the key that links are made with; in ROLLBOOK_DATA if nothing is said"),
    ]

    private static let imports: [Setting] = [
        number("ROLLBOOK_OPEN_DRAFTS", \.office.openDrafts, "unfinished imports of one account"),
        number(
            "ROLLBOOK_DRAFT_DAYS", \.office.draftDays,
            "days that an import is kept after its last change"),
        number(
            "ROLLBOOK_READINGS_AT_ONCE", \.office.readingsAtOnce, "spreadsheets read at once"),
        number(
            "ROLLBOOK_READINGS_WAITING", \.office.readingsWaiting, least: 0,
            "uploads that may wait for their turn"),
        number("ROLLBOOK_STAGE_CHUNK", \.office.stageChunk, "rows that are stored at once"),
        number("ROLLBOOK_COMMIT_CHUNK", \.office.commitChunk, "rows that become users at once"),
        number(
            "ROLLBOOK_COMMIT_PAUSE_MS", \.office.commitPause, least: 0,
            "milliseconds of rest between them, for tests"),
        number(
            "ROLLBOOK_LEASE", \.office.lease,
            "seconds after which another process takes over an import whose worker is silent"),
    ]

    private static let files: [Setting] = [
        number("ROLLBOOK_FILE_LIMIT", \.office.limits.fileBytes, "bytes of a spreadsheet"),
        number(
            "ROLLBOOK_SPOOL_LIMIT", \.gate.spoolBytes,
            "bytes of all uploads on their way; more are answered 503"),
        number(
            "ROLLBOOK_INFLATED_LIMIT", \.office.limits.inflatedBytes,
            "bytes that a workbook may inflate to"),
        number("ROLLBOOK_ROW_LIMIT", \.office.limits.rows, "rows of a spreadsheet"),
        number("ROLLBOOK_COLUMN_LIMIT", \.office.limits.columns, "columns of a spreadsheet"),
        number("ROLLBOOK_CELL_LIMIT", \.office.limits.cellCharacters, "characters of a cell"),
    ]
}
