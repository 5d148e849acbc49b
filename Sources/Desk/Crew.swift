import Glibc
import NIOPosix

/// Threads on which a server's tasks run. They may wait for the database and for the disk, which the
/// standard library's own few threads may not; so a request is one thread's work from its first
/// line to its last, and isn't woken again and again while others keep the processors busy.
package final class Crew: TaskExecutor {
    private let threads: NIOThreadPool
    private let niceness: Int32

    /// - Parameter niceness: More than 0 for work that lets others go first.
    package init(threads count: Int = 16, niceness: Int32 = 0) {
        self.niceness = niceness
        threads = NIOThreadPool(numberOfThreads: count)
        threads.start()
    }

    deinit {
        threads.shutdownGracefully { _ in }
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        threads.submit { [self] _ in
            // On Linux this is the niceness of the calling thread alone.
            if niceness > 0 { setpriority(Int32(PRIO_PROCESS.rawValue), 0, niceness) }
            job.runSynchronously(on: asUnownedTaskExecutor())
        }
    }
}
