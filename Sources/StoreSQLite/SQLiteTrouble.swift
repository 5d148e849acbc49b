import CSQLite

/// Why the file of the database can't be used, in words for whoever looks after the machine.
///
/// SQLite's result codes: <https://www.sqlite.org/rescode.html>
package struct SQLiteTrouble: Error, CustomStringConvertible {
    package let description: String

    /// Nothing for an error that says nothing of the file.
    package init?(_ error: any Error) {
        guard let code = (error as? SQLiteFault)?.code,
            let words = Self.words(of: code)
        else { return nil }
        description = words
    }

    private static func words(of code: Int32) -> String? {
        switch code {
        case SQLITE_NOTADB:
            "The file rollbook.db of the data directory isn't a database. Name another directory "
                + "with --data, or put a backup in its place."
        case SQLITE_CANTOPEN, SQLITE_PERM:
            "The file rollbook.db of the data directory can't be opened. Look at its owner and "
                + "its mode."
        case SQLITE_READONLY:
            "The database can't be written. Look at the owner and the mode of rollbook.db and its "
                + "directory."
        case SQLITE_BUSY, SQLITE_LOCKED:
            "The database was locked by another program for more than 5 seconds. Try again."
        case SQLITE_FULL:
            "The disk is full. Nothing was changed; make room and try again."
        case SQLITE_CORRUPT:
            "The database is damaged. Put a backup in its place."
        case SQLITE_IOERR:
            "The database's disk answers with errors. Nothing was changed."
        default: nil
        }
    }
}
