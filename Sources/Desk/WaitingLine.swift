import Directory

/// Guards how many callers do something costly at once and how many wait for their turn: password
/// hashes (19 MiB and a thread each), the reading of spreadsheets, searches in drafts. Without a
/// bound, each is a way to stop the server.
actor WaitingLine {
    private let atOnce: Int
    private let mayWait: Int
    /// For those for whom there is no place.
    private let busy: Refusal
    private var running = 0
    private var reserved = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(atOnce: Int, mayWait: Int, busy: Refusal) {
        self.atOnce = atOnce
        self.mayWait = mayWait
        self.busy = busy
    }

    /// Takes a place, runs `work` with it, and gives it back. In `work`, the costly part waits for
    /// its turn by `turn`; what comes before it needs no turn.
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

    /// Runs `work` when it is its turn; first come, first served.
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
        guard reserved < atOnce + mayWait else { throw busy }
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

extension Refusal {
    static let manySignIns = Refusal(
        .busy, "Many people are signing in at the moment.", remedy: "Try again in a few seconds.",
        retryAfter: 5)

    static let manyReadings = Refusal(
        .busy, "Many spreadsheets are being read at the moment.",
        remedy: "Try again in a few seconds.", retryAfter: 5)

    static let manySearches = Refusal(
        .busy, "Many people are searching at the moment.", remedy: "Try again in a few seconds.",
        retryAfter: 5)
}
