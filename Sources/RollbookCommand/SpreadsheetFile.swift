import API
import Desk
import FoundationEssentials
import Glibc
import Imports
import Sheets

/// A spreadsheet that was named at the command line, held open: what is read twice is one file.
final class SpreadsheetFile {
    /// Without its folders.
    let name: String
    private let descriptor: CInt

    /// - Throws: `SettingError` if there is no such file, or it can't be read more than once.
    init(path: String) throws {
        let opened = open(path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else { throw SettingError.unreadable(path, errno) }
        descriptor = opened
        name = FileName(path: path).text
        var byte: UInt8 = 0
        // A directory can be opened, a pipe can't be read twice: the first reading tells.
        guard pread(opened, &byte, 1, 0) >= 0 else { throw SettingError.unreadable(path, errno) }
    }

    deinit {
        close(descriptor)
    }

    /// The file's bytes, as long as this object lives: whoever reads them keeps it until the end.
    var source: Source { .file(path: path) }

    /// The file as the console's panel sends it.
    func upload(of sheet: String?, as mapping: ColumnMapping?) throws -> Upload {
        let (count, sha256) = try digest()
        var upload = Upload(
            key: UUID().uuidString.lowercased(), fileName: name, path: path, byteCount: count,
            sha256: sha256)
        upload.sheet = sheet
        upload.mapping = mapping
        return upload
    }

    private var path: String { "/proc/self/fd/\(descriptor)" }

    private func digest() throws -> (count: Int, sha256: [UInt8]) {
        let digest = RunningDigest()
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        var count = 0
        while true {
            let got = buffer.withUnsafeMutableBytes {
                pread(descriptor, $0.baseAddress, $0.count, off_t(count))
            }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw SettingError.unreadable(name, errno) }
            guard got > 0 else { return (count, digest.finish()) }
            buffer.withUnsafeBytes { digest.update(.init(rebasing: $0[..<got])) }
            count += got
        }
    }
}

extension SettingError {
    fileprivate static func unreadable(_ path: String, _ reason: CInt) -> SettingError {
        switch reason {
        case ENOENT: SettingError(description: "There is no file \(path).")
        case EISDIR: SettingError(description: "\(path) is a directory, not a spreadsheet.")
        case ESPIPE: SettingError(description: "\(path) can be read only once. Save it to a file.")
        default:
            SettingError(
                description: "\(path) can't be read: \(String(cString: strerror(reason))).")
        }
    }
}
