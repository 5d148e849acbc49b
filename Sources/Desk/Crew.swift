import Glibc
import NIOPosix
import Synchronization

/// Threads on which a server's tasks run. They may wait for the database and for the disk, which the
/// standard library's own few threads may not; so a request is one thread's work from its first
/// line to its last, and isn't woken again and again while others keep the processors busy.
///
/// Work goes to the thread that rested last: what it needs is still in the processor's memory. In a
/// pool that takes turns each of many threads would be cold.
package final class Crew: TaskExecutor {
    private struct Roster {
        /// The last one rested last.
        var resting: [NIOThreadPool]
        var waiting: [UnownedJob] = []
    }

    private let roster: Mutex<Roster>
    private let everybody: [NIOThreadPool]
    private let niceness: Int32

    /// - Parameter niceness: More than 0 for work that lets others go first.
    package init(threads count: Int = 16, niceness: Int32 = 0) {
        self.niceness = niceness
        everybody = (0..<count).map { _ in NIOThreadPool(numberOfThreads: 1) }
        for thread in everybody { thread.start() }
        roster = Mutex(Roster(resting: everybody))
    }

    deinit {
        for thread in everybody { thread.shutdownGracefully { _ in } }
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let thread = roster.withLock { roster in
            let thread = roster.resting.popLast()
            if thread == nil { roster.waiting.append(job) }
            return thread
        }
        guard let thread else { return }
        thread.submit { [self] _ in work(job, on: thread) }
    }

    /// Goes on as long as somebody waits.
    private func work(_ job: UnownedJob, on thread: NIOThreadPool) {
        // On Linux this is the niceness of the calling thread alone.
        if niceness > 0 { setpriority(Int32(PRIO_PROCESS.rawValue), 0, niceness) }
        var next: UnownedJob? = job
        while let job = next {
            job.runSynchronously(on: asUnownedTaskExecutor())
            next = roster.withLock { roster in
                guard roster.waiting.isEmpty else { return roster.waiting.removeFirst() }
                roster.resting.append(thread)
                return nil
            }
        }
    }
}
