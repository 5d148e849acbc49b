import NIOPosix
import Synchronization

/// Hashes passwords on threads of their own, a few at a time.
package final class Passwords: Sendable {
    private let argon2: Argon2
    private let queue: WaitingLine
    /// Not the singleton: uploads are written on that one, and would wait for sign-ins.
    private let threads: NIOThreadPool
    private let made = Atomic<Int>(0)

    init(rules: OfficeRules) {
        threads = NIOThreadPool(numberOfThreads: rules.hashesAtOnce)
        threads.start()
        argon2 = Argon2(memory: rules.hashMemory)
        queue = WaitingLine(
            atOnce: rules.hashesAtOnce, mayWait: rules.hashesWaiting, busy: .manySignIns)
    }

    deinit {
        threads.shutdownGracefully { _ in }
    }

    /// How many hashes were made so far: each costs the same, whatever it was for.
    package var hashesMade: Int {
        made.load(ordering: .relaxed)
    }

    /// Takes a place in the queue, or is refused with `busy` before `work` begins.
    func withPlace<Answer: Sendable>(
        _ work: @Sendable () async throws -> Answer
    ) async throws -> Answer {
        try await queue.withPlace(work)
    }

    func hash(_ password: String) async throws -> String {
        try await onThread { try $0.hash(password) }
    }

    func matches(_ password: String, _ hash: String) async throws -> Bool {
        try await onThread { try $0.matches(password, hash) }
    }

    func isOutdated(_ hash: String) -> Bool {
        argon2.isOutdated(hash)
    }

    private func onThread<Answer: Sendable>(
        _ work: @escaping @Sendable (Argon2) throws -> Answer
    ) async throws -> Answer {
        made.add(1, ordering: .relaxed)
        let argon2 = argon2
        return try await queue.turn {
            try await threads.runIfActive { try work(argon2) }
        }
    }
}
