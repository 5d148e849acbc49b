import NIOPosix

/// The threads on which a server's tasks run. They may wait for the database and for the disk, which the
/// standard library's own few threads may not; so a request is one thread's work from its first line
/// to its last, and needn't be woken again and again while others keep the processors busy.
package final class Crew: TaskExecutor {
    private let threads: NIOThreadPool

    package init(threads count: Int = 16) {
        threads = NIOThreadPool(numberOfThreads: count)
        threads.start()
    }

    deinit {
        threads.shutdownGracefully { _ in }
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        threads.submit { [self] _ in
            job.runSynchronously(on: asUnownedTaskExecutor())
        }
    }
}
