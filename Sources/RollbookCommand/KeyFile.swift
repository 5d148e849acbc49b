import Desk
import Glibc

/// The file of the key that the links of letters are made with. It isn't in the database, so that
/// nobody who reads that, or a copy of it, can make a link.
struct KeyFile {
    let path: String

    /// The key; makes the file, for its owner alone, when there is none.
    /// - Throws: `SettingError` for a file that holds no key or can't be used.
    func key() throws -> InvitationKey {
        if let bytes = try read() { return try key(of: bytes) }
        try make()
        guard let bytes = try read() else { throw trouble("can't be read") }
        return try key(of: bytes)
    }

    private func key(of bytes: [UInt8]) throws -> InvitationKey {
        guard bytes.count == InvitationKey.length else {
            throw trouble("isn't a key of \(InvitationKey.length) bytes")
        }
        return InvitationKey(bytes)
    }

    /// nil if there is no such file.
    private func read() throws -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        if file < 0, errno == ENOENT { return nil }
        guard file >= 0 else { throw trouble("can't be read") }
        defer { close(file) }
        var facts = stat()
        guard fstat(file, &facts) == 0, facts.st_mode & 0o077 == 0 else {
            throw trouble("can be read by others; let only its owner read it (chmod 600)")
        }
        var bytes = [UInt8](repeating: 0, count: InvitationKey.length + 1)
        let count = Glibc.read(file, &bytes, bytes.count)
        guard count >= 0 else { throw trouble("can't be read") }
        return Array(bytes.prefix(count))
    }

    /// Under its name it is whole or not there, and of two processes one makes it.
    private func make() throws {
        let draft = "\(path).\(getpid()).\(UInt64.random(in: .min ... .max))"
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw trouble("can't be made") }
        defer {
            close(file)
            unlink(draft)
        }
        let bytes = InvitationKey.randomBytes()
        guard write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0,
            link(draft, path) == 0 || errno == EEXIST, keepName()
        else { throw trouble("can't be made") }
    }

    /// The name in its directory outlives a power cut too, before a letter is made with the key.
    private func keepName() -> Bool {
        let end = path.lastIndex(of: "/")
        let directory = open(end.map { "\(path[...$0])" } ?? ".", O_RDONLY | O_CLOEXEC)
        guard directory >= 0 else { return false }
        defer { close(directory) }
        return fsync(directory) == 0
    }

    private func trouble(_ words: String) -> SettingError {
        SettingError(description: "The key of invitations, \(path), \(words).")
    }
}
