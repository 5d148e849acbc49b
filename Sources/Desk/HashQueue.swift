import Directory

/// Guards how many password hashes are made at once and how many callers wait for their turn.
/// Each hash takes 19 MiB and a thread: without a bound, signing in is a way to stop the server.
actor HashQueue {
    private let atOnce: Int
    private let mayWait: Int
    private var running = 0
    private var reserved = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(atOnce: Int, mayWait: Int) {
        self.atOnce = atOnce
        self.mayWait = mayWait
    }

    /// Takes a place, runs `work` with it, and gives it back. In `work`, hashing waits for its turn
    /// by `turn`; what comes before it needs no turn.
    /// - Throws: `Refusal` with `busy` when every place is taken.
    nonisolated func withPlace<Answer: Sendable>(
        _ work: @Sendable () async throws -> Answer
    ) async throws -> Answer {
        try await reserve()
        do {
            let answer = try await work()
            await release()
            return answer
        } catch {
            await release()
            throw error
        }
    }

    /// Runs `work` when one of the few that may hash is free; first come, first served.
    nonisolated func turn<Answer: Sendable>(
        _ work: @Sendable () async throws -> Answer
    ) async rethrows -> Answer {
        await begin()
        do {
            let answer = try await work()
            await end()
            return answer
        } catch {
            await end()
            throw error
        }
    }

    private func reserve() throws {
        guard reserved < atOnce + mayWait else {
            throw Refusal(
                .busy, "Many people are signing in at the moment.",
                remedy: "Try again in a few seconds.", retryAfter: 5)
        }
        reserved += 1
    }

    private func release() {
        reserved -= 1
    }

    private func begin() async {
        if running < atOnce {
            running += 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    /// The turn passes to the next in line, or becomes free.
    private func end() {
        if waiting.isEmpty {
            running -= 1
        } else {
            waiting.removeFirst().resume()
        }
    }
}
