import Desk
import Directory
import Glibc
import HTTPTypes
import HummingbirdCore
import NIOCore
import NIOPosix

/// An upload on its way to the disk: a file without a name that only this process can reach, and
/// that is gone when it is closed, whatever happens.
package final class Spool: @unchecked Sendable {
    private let file: CInt
    private let digest = RunningDigest()
    private var pending = ByteBuffer()
    package private(set) var byteCount = 0

    /// Writing may wait for the disk, so it waits on threads of its own.
    private static let pool: NIOThreadPool = {
        let pool = NIOThreadPool(numberOfThreads: 2)
        pool.start()
        return pool
    }()

    /// Bytes that are written at once.
    private static let portion = 256 << 10

    /// - Throws: `IOError` if the directory can't be written.
    init(in directory: String) throws {
        var path = Array("\(directory)/upload-XXXXXX".utf8CString)
        file = mkstemp(&path)
        guard file >= 0, unlink(path) == 0 else {
            throw IOError(errnoCode: errno, reason: "can't make a file in \(directory)")
        }
    }

    deinit {
        close(file)
    }

    /// Opens the bytes anew, from the first. Works as long as the spool exists.
    package var path: String { "/proc/self/fd/\(file)" }

    /// Takes one caller's bytes; called by one task, in order.
    func take(_ chunk: ByteBuffer) async throws {
        byteCount += chunk.readableBytes
        pending.writeImmutableBuffer(chunk)
        if pending.readableBytes >= Self.portion { try await flush() }
    }

    /// Writes what is left and answers the SHA-256 of everything.
    func finish() async throws -> [UInt8] {
        try await flush()
        return digest.finish()
    }

    private func flush() async throws {
        let portion = pending
        pending = ByteBuffer()
        try await Self.pool.runIfActive { [self] in
            try portion.withUnsafeReadableBytes { bytes in
                digest.update(bytes)
                try write(bytes)
            }
        }
    }

    private func write(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let part = UnsafeRawBufferPointer(rebasing: rest)
            let count = Glibc.write(file, part.baseAddress, part.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                throw IOError(errnoCode: errno, reason: "can't write an upload")
            }
            rest = rest.dropFirst(count)
        }
    }
}

extension Visit {
    /// Streams the body to a spool that lives as long as `use` runs.
    /// - Throws: `Refusal` with `fileTooLarge`, `uploadInterrupted` or `busy`.
    package func spooled<Answer>(
        _ use: (Spool, _ sha256: [UInt8]) async throws -> Answer
    ) async throws -> Answer {
        try room.require(announcedLength ?? 0)
        let spool = try Spool(in: rules.spoolDirectory)
        var taken = 0
        defer { room.free(taken) }
        var body = chunks().makeAsyncIterator()
        while let chunk = try await nextChunk(&body) {
            try room.take(chunk.readableBytes, after: taken)
            taken += chunk.readableBytes
            try await spool.take(chunk)
            guard spool.byteCount <= rules.spreadsheetBytes else {
                throw Refusal.tooLarge(rules.spreadsheetBytes, for: .spreadsheet)
            }
        }
        let sha256 = try await spool.finish()
        return try await use(spool, sha256)
    }

    private var announcedLength: Int? {
        request.headers[.contentLength].flatMap { Int($0) }
    }

    private func nextChunk(
        _ body: inout some AsyncIteratorProtocol<ByteBuffer, any Error>
    ) async throws -> ByteBuffer? {
        do {
            return try await body.next()
        } catch {
            throw Refusal(
                .uploadInterrupted, "The upload was interrupted.",
                remedy: "Check your connection and choose the file again. Nothing was added.")
        }
    }
}
