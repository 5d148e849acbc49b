/// The few words that differ between the two databases. Everything else is one text for both.
package enum Dialect: Sendable {
    case sqlite
    case postgres

    var integer: String { self == .sqlite ? "INTEGER" : "BIGINT" }
    var bytes: String { self == .sqlite ? "BLOB" : "BYTEA" }
    /// Text that is compared: byte by byte in both, never by a locale.
    var key: String { self == .sqlite ? "TEXT" : "TEXT COLLATE \"C\"" }
    var sixteenRandomBytes: String {
        self == .sqlite ? "randomblob(16)" : "uuid_send(gen_random_uuid())"
    }
    /// Behind UPDATE: a fault takes back the whole transaction, as it does anyway. SQLite then needn't
    /// write down what the statement alone has changed.
    var orRollback: SQL { self == .sqlite ? " OR ROLLBACK" : "" }
    /// Rows stored in the primary key itself.
    var clustered: String { self == .sqlite ? " WITHOUT ROWID" : "" }
}
