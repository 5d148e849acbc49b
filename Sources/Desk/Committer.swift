import Directory
import Logging
import ServiceLifecycle
import Store

/// Turns the clean rows of committed drafts into users. What it was doing when it was killed, it or
/// another one goes on with as soon as the lease has run out: nobody has to click.
package struct Committer: Service {
    private let office: Office
    private let owner: String

    package init(office: Office) {
        self.office = office
        owner = String(UInt64.random(in: .min ... .max), radix: 36)
    }

    /// Looks on start, when somebody rings, and twice in the time of a lease (every five seconds).
    package func run() async throws {
        await withGracefulShutdownHandler {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await ringRegularly() }
                await look()
                for await _ in office.bell.rings {
                    if Task.isShuttingDownGracefully || Task.isCancelled { break }
                    await look()
                }
                group.cancelAll()
            }
        } onGracefulShutdown: { [office] in
            office.bell.ring()
        }
    }

    private func ringRegularly() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: .milliseconds(office.rules.lease * 500))
            office.bell.ring()
        }
    }

    /// Does everything that waits now.
    package func look() async {
        await withTaskExecutorPreference(office.bulk) {
            await trying { while let draft = try await claim() { try await commit(draft) } }
            await trying { try await DraftSweeper(office: office).sweep() }
        }
    }

    /// A fault in one kind of work doesn't keep the other from being done.
    private func trying(_ work: () async throws -> Void) async {
        do {
            try await work()
        } catch is CancellationError {
            // The next look goes on.
        } catch {
            office.logger.error("the work on imports stopped", metadata: ["error": "\(error)"])
        }
    }

    private func claim() async throws -> DraftID? {
        if Task.isShuttingDownGracefully || Task.isCancelled { return nil }
        let now = office.clock.now()
        let lease = lease
        return try await office.database.write { try $0.claimCommit(lease, at: now) }
    }

    private func commit(_ draft: DraftID) async throws {
        do {
            while try await !moveChunk(of: draft) {
                if Task.isShuttingDownGracefully || Task.isCancelled {
                    return try await letGo(draft)
                }
                try await rest()
            }
            try await end(draft)
        } catch is LeaseLost {
            office.logger.debug(
                "another worker took over", metadata: ["import": "\(draft.number)"])
        }
    }

    /// Answers whether it was the last one. What a power cut takes back is moved again, to the same
    /// users; whatever is made of them takes it along to the disk.
    private func moveChunk(of draft: DraftID) async throws -> Bool {
        let now = office.clock.now()
        let lease = lease
        let limit = office.rules.commitChunk
        let chunk = try await office.database.writeAhead { tx in
            try tx.commitChunk(of: draft, limit: limit, lease, at: now)
        }
        if chunk.wasMiscounted {
            office.logger.error(
                "the counts of an import were wrong and have been taken anew",
                metadata: ["import": "\(draft.number)"])
        }
        return chunk.isLast
    }

    private func end(_ draft: DraftID) async throws {
        let now = office.clock.now()
        let end = now.adding(seconds: office.rules.draftDays * 86_400)
        try await office.database.write { [owner] tx in
            try tx.endCommit(of: draft, owner: owner, at: now, openUntil: end)
        }
    }

    private func rest() async throws {
        guard office.rules.commitPause > 0 else { return }
        try await Task.sleep(for: .milliseconds(office.rules.commitPause))
    }

    private func letGo(_ draft: DraftID) async throws {
        try await office.database.write { [owner] in try $0.letGo(of: draft, owner: owner) }
    }

    private var lease: Lease {
        Lease(owner: owner, until: office.clock.now().adding(seconds: office.rules.lease))
    }
}
