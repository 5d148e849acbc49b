import Glibc

/// A value that threads look at one at a time, and may wait for: for the few threads that do nothing
/// but wait, such as a courier's.
final class Monitor<State>: @unchecked Sendable {
    private var state: State
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let change = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init(_ state: State) {
        self.state = state
        pthread_mutex_init(lock, nil)
        pthread_cond_init(change, nil)
    }

    deinit {
        pthread_cond_destroy(change)
        pthread_mutex_destroy(lock)
        change.deallocate()
        lock.deallocate()
    }

    /// Looks at the value, and lets those who wait look again.
    func with<Answer>(_ work: (inout State) throws -> Answer) rethrows -> Answer {
        pthread_mutex_lock(lock)
        defer {
            pthread_cond_broadcast(change)
            pthread_mutex_unlock(lock)
        }
        return try work(&state)
    }

    /// Holds the thread until `work` answers.
    func wait<Answer>(for work: (inout State) -> Answer?) -> Answer {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        while true {
            if let answer = work(&state) { return answer }
            pthread_cond_wait(change, lock)
        }
    }
}
