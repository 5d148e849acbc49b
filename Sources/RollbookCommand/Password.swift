import Glibc

/// A password from standard input: asked for without an echo on a terminal, otherwise the first line.
enum Password {
    static func read() throws -> String {
        let line = isatty(0) == 1 ? getpass("Password: ").map { String(cString: $0) } : readLine()
        guard let line, !line.isEmpty else {
            throw SettingError(description: "There is no password on standard input.")
        }
        return line
    }
}
