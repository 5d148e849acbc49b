#if canImport(Glibc)
    import Glibc
#endif

/// Keeps the file of the write-ahead log longer than what stands in it. Where a commit makes the file
/// grow, the disk has to note its length too, and a small commit takes half as long again; where it
/// writes over zeros, only the pages.
final class LogRoom {
    /// Pages that the log has, as of the last commit.
    var pages = 0
    private let path: String
    private var file: CInt = -1
    /// Bytes that the file has at least.
    private var length = 0

    /// A page of the database with its header.
    private static let page = 8_192 + 24
    /// Pages from which on it is worth the while: most files never see so many.
    private static let few = 64
    private static let zeros = [UInt8](repeating: 0, count: 32 * 8_192)

    init(of path: String) {
        self.path = path + "-wal"
    }

    deinit {
        if file >= 0 { close(file) }
    }

    /// To be asked in a transaction that writes, before it does: until it ends, nobody else writes to
    /// the log or shortens it, so that what follows behind the file's end is nobody's. What can't be
    /// had is no fault; the log grows without it.
    func make() {
        let needed = (pages + Self.few / 4) * Self.page
        guard pages >= Self.few, needed > length, look(), needed > length else { return }
        let written = Self.zeros.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, length) }
        length += max(0, written)
    }

    /// The file is as long as it is now; false if there is none.
    private func look() -> Bool {
        if file < 0 { file = open(path, O_WRONLY | O_CLOEXEC) }
        var status = stat()
        guard file >= 0, fstat(file, &status) == 0 else { return false }
        length = Int(status.st_size)
        return true
    }
}
