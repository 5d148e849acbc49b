import Directory
import Synchronization

/// Guards how many bytes the uploads on their way take together. Each is promised its room before
/// the first byte of it is read.
final class SpoolRoom: Sendable {
    private let bytes: Int
    private let promised = Mutex(0)

    init(bytes: Int) {
        self.bytes = bytes
    }

    /// A single upload has room always, whatever its size.
    /// - Throws: `Refusal` with `busy`.
    func promise(_ count: Int) throws {
        try promised.withLock { promised in
            guard promised == 0 || count <= bytes - promised else { throw Refusal.manyUploads }
            promised += count
        }
    }

    func free(_ count: Int) {
        promised.withLock { $0 -= count }
    }
}
