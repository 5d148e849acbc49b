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
    /// Opened for the first emptying: to open a database costs more than a small one.
    private let emptier = Mutex<Connection?>(nil)
    private let state = Atomic(State.resting)
    /// Pages from which on the next emptying begins. Only the connection that writes looks at it.
    private let due = Atomic(WriteAheadLog.many)
    private let disk = DispatchQueue(label: "rollbook.disk", qos: .utility)
    private let isWritingOut = Atomic(false)
    /// What failed was told, and hasn't gone well since.
    private let isTold = Atomic(false)
    private let fault: @Sendable (any Error) -> Void

    private enum State: UInt8, AtomicRepresentable {
        case resting, emptying
        /// What came meanwhile is left, too little to be worth a thread.
        case emptied
    }

    /// Pages in the log from which on it is emptied, and from which on the writer waits for that: as
    /// long as somebody writes without pause, the log only grows.
    private static let many = 4_000
    private static let tooMany = 12_000
    /// Pages that come until the next attempt when somebody who still reads has kept one from its end.
    private static let pause = 1_000

    init(of path: String, fault: @escaping @Sendable (any Error) -> Void) {
        self.path = path
        self.fault = fault
    }

    /// Looks at each commit of the connection that writes.
    func grows(with connection: Connection) {
        connection.room = LogRoom(of: path)
        connection.afterCommit = { [weak self] connection, pages in
            connection.room?.pages = pages
            self?.look(at: pages, connection)
        }
    }

    /// A log begins anew with the first write that finds all of it in the file; whoever writes without
    /// pause has always written another page. So it is the writer who brings the last few.
    private func look(at pages: Int, _ writer: Connection) {
        guard pages >= Self.many else { return due.store(Self.many, ordering: .relaxed) }
        guard pages >= due.load(ordering: .relaxed) else { return }
        switch state.load(ordering: .acquiring) {
        case .emptying where pages < Self.tooMany: return
        case .resting where pages < Self.tooMany: emptySoon()
        case .resting, .emptying, .emptied:
            empty { writer }
            due.store(pages + Self.pause, ordering: .relaxed)
            _ = state.compareExchange(
                expected: .emptied, desired: .resting, ordering: .relaxed)
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
        state.store(.emptying, ordering: .relaxed)
        queue.async { [self] in
            emptier.withLock { connection in
                empty {
                    let open = try connection ?? Connection(path)
                    connection = open
                    return open
                }
            }
            state.store(.emptied, ordering: .releasing)
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
