import Glibc

/// What one thread asks another, and waits for: for the few threads that do nothing but wait, such as
/// a courier's. Only the one that asked is woken by the answer.
final class Question<Answer: Sendable>: @unchecked Sendable {
    private var answer: Answer?
    private let answers = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

    init() {
        sem_init(answers, 0, 0)
    }

    deinit {
        sem_destroy(answers)
        answers.deallocate()
    }

    /// Answers it, once.
    func give(_ answer: Answer) {
        self.answer = answer
        sem_post(answers)
    }

    /// Holds the thread until there is an answer, at most for so long; answers whether there is one.
    func wait(milliseconds: Int) -> Bool {
        var end = timespec()
        clock_gettime(CLOCK_REALTIME, &end)
        end.tv_nsec += milliseconds % 1000 * 1_000_000
        end.tv_sec += milliseconds / 1000 + end.tv_nsec / 1_000_000_000
        end.tv_nsec %= 1_000_000_000
        while sem_timedwait(answers, &end) != 0 {
            if errno == ETIMEDOUT { return false }
        }
        sem_post(answers)
        return true
    }

    /// Holds the thread until there is an answer.
    func wait() -> Answer {
        while true {
            while sem_wait(answers) != 0 {}
            if let answer { return answer }
        }
    }
}
