import Glibc

/// The bytes of an upload in a file without a name, while they are read again; gone when this is.
final class KeptFile: Sendable {
    /// Bytes that are kept in one row.
    static let partSize = 1 << 20

    private let file: CInt

    init(in directory: String) throws {
        var path = Array("\(directory)/matched-XXXXXX".utf8CString)
        file = mkstemp(&path)
        guard file >= 0, unlink(path) == 0 else { throw FileFault(number: errno) }
    }

    deinit { close(file) }

    /// Works as long as this exists.
    var path: String { "/proc/self/fd/\(file)" }

    func add(_ part: [UInt8]) throws {
        var start = 0
        while start < part.count {
            let written = part.withUnsafeBytes {
                Glibc.write(file, $0.baseAddress.map { $0 + start }, part.count - start)
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw FileFault(number: errno) }
            start += written
        }
    }

    /// Hands out the bytes of a file, a part at a time.
    static func eachPart(
        ofFileAt path: String, _ take: (Int, [UInt8]) async throws -> Void
    ) async throws {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw FileFault(number: errno) }
        defer { close(file) }
        var number = 0
        while case let part = try read(partSize, from: file), !part.isEmpty {
            try await take(number, part)
            number += 1
        }
    }

    private static func read(_ most: Int, from file: CInt) throws -> [UInt8] {
        var fault: CInt = 0
        let part = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
            while count < most {
                let got = Glibc.read(file, buffer.baseAddress.map { $0 + count }, most - count)
                if got < 0, errno == EINTR { continue }
                if got < 0 { fault = errno }
                guard got > 0 else { return }
                count += got
            }
        }
        guard fault == 0 else { throw FileFault(number: fault) }
        return part
    }
}

/// The disk said no.
struct FileFault: Error {
    let number: CInt
}
