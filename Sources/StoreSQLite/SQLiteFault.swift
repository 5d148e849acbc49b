import CSQLite

/// SQLite could not do what it was asked. Names the statement, never its values.
struct SQLiteFault: Error {
    /// What kind of fault (SQLITE_BUSY, …), without what more an extended code says.
    let code: Int32
    let message: String
    let statement: String

    init(_ code: Int32, on connection: OpaquePointer?, _ statement: String) {
        self.code = code & 0xFF
        message = String(cString: sqlite3_errmsg(connection))
        self.statement = statement
    }
}
