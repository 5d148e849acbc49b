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

    /// Holds the thread until there is an answer.
    func wait() -> Answer {
        while true {
            while sem_wait(answers) != 0 {}
            if let answer { return answer }
        }
    }
}
