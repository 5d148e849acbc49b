import Dispatch
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// Brings what stands in the write-ahead log into the database's file. SQLite by itself does it in
/// every so-manieth commit, and whoever made that one waits; here it is done beside the commits. The
/// same with the log's own way to the disk.
final class WriteAheadLog: Sendable {
    private let path: String
    private let queue = DispatchQueue(label: "rollbook.write-ahead-log", qos: .utility)
    private let isQueued = Atomic(false)
    private let disk = DispatchQueue(label: "rollbook.disk", qos: .utility)
    private let isWritingOut = Atomic(false)
    /// What failed was told, and hasn't gone well since.
    private let isTold = Atomic(false)
    private let fault: @Sendable (any Error) -> Void

    /// Pages in the log from which on it is emptied, and from which on the writer waits for that: as
    /// long as somebody writes without pause, the log only grows.
    private static let many = 1_000
    private static let tooMany = 4_000

    init(of path: String, fault: @escaping @Sendable (any Error) -> Void) {
        self.path = path
        self.fault = fault
    }

    /// Looks at each commit of the connection that writes.
    func grows(with connection: Connection) {
        connection.afterCommit = { [weak self] connection, pages in
            if pages >= Self.tooMany {
                self?.empty { connection }
            } else if pages >= Self.many {
                self?.emptySoon()
            }
        }
    }

    private func empty(through connection: () throws -> Connection) {
        do {
            try connection().emptyLog()
            isTold.store(false, ordering: .relaxed)
        } catch {
            if !isTold.exchange(true, ordering: .relaxed) { fault(error) }
        }
    }

    /// What fails here is done again after one of the next commits.
    private func emptySoon() {
        guard !isQueued.exchange(true, ordering: .relaxed) else { return }
        queue.async { [self] in
            empty { try Connection(path) }
            isQueued.store(false, ordering: .relaxed)
        }
    }

    /// Has the log written through to the disk while the writer goes on: a commit later on that waits
    /// for the disk finds little left to do.
    func writeOutSoon() {
        guard !isWritingOut.exchange(true, ordering: .relaxed) else { return }
        disk.async { [self] in
            let log = open(path + "-wal", O_RDONLY | O_CLOEXEC)
            if log >= 0 {
                fdatasync(log)
                close(log)
            }
            isWritingOut.store(false, ordering: .relaxed)
        }
    }
}
