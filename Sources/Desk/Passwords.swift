import NIOPosix
import Synchronization

/// Hashes passwords on threads of their own, a few at a time.
package final class Passwords: Sendable {
    private let argon2: Argon2
    private let queue: WaitingLine
    /// Not the singleton: uploads are written on that one, and would wait for sign-ins.
    private let threads: NIOThreadPool
    private let made = Atomic<Int>(0)
    /// Of a password that nobody knows, made when it is wanted first.
    private let nobodys = Mutex<String?>(nil)

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

    /// Costs what `matches` does, where there is no hash to compare with.
    func matchesNobody(_ password: String) async throws {
        _ = try await onThread { argon2 in
            let hash = try self.nobodys.withLock { nobodys in
                let hash = try nobodys ?? argon2.hash(Secret.random().text)
                nobodys = hash
                return hash
            }
            return try argon2.matches(password, hash)
        }
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
