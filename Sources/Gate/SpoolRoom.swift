import Directory
import Synchronization

/// Guards how many bytes the uploads on their way take together. Only what has come counts:
/// whoever announces much and sends little keeps nobody out.
final class SpoolRoom: Sendable {
    private let bytes: Int
    private let taken = Mutex(0)

    init(bytes: Int) {
        self.bytes = bytes
    }

    /// Asks before the first byte is read whether an upload of so many would have room.
    /// - Throws: `Refusal` with `busy`.
    func require(_ count: Int) throws {
        try taken.withLock { try require(count, beside: $0) }
    }

    /// Takes room for bytes of an upload that has `own` already.
    /// - Throws: `Refusal` with `busy`.
    func take(_ count: Int, after own: Int) throws {
        try taken.withLock { taken in
            try require(own + count, beside: taken - own)
            taken += count
        }
    }

    func free(_ count: Int) {
        taken.withLock { $0 -= count }
    }

    /// A single upload has room always, whatever its size.
    private func require(_ count: Int, beside others: Int) throws {
        guard others == 0 || count <= bytes - others else { throw Refusal.manyUploads }
    }
}
