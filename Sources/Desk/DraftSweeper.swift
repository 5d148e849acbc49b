import Directory
import Store

/// Takes away what nobody will ask for again: drafts whose reading broke off, drafts whose days are
/// over, and of finished ones where addresses stood. Each transaction takes a part, so nobody waits for it.
struct DraftSweeper: Sendable {
    let office: Office

    /// Everything that is due now.
    func sweep() async throws {
        let owner = String(UInt64.random(in: .min ... .max), radix: 36)
        while !Task.isCancelled, let abandoned = try await claimAbandoned(for: owner) {
            // Whoever took over the lease sweeps the rest.
            do { try await sweepReading(abandoned, owner: owner) } catch is LeaseLost {}
        }
        try await sweepExpired()
    }

    /// - Throws: `LeaseLost` if somebody else has claimed the draft.
    func sweepReading(_ draft: DraftID, owner: String) async throws {
        var isLeft = true
        while isLeft {
            let lease = lease(owner)
            isLeft = try await office.database.write { try $0.sweepReading(draft, lease) }
        }
    }

    private func claimAbandoned(for owner: String) async throws -> DraftID? {
        let now = office.clock.now()
        let lease = lease(owner)
        return try await office.database.write { try $0.claimAbandoned(lease, at: now) }
    }

    private func lease(_ owner: String) -> Lease {
        Lease(owner: owner, until: office.clock.now().adding(seconds: office.rules.lease))
    }

    private func sweepExpired() async throws {
        while !Task.isCancelled {
            let now = office.clock.now()
            let expired = try await office.database.read { try $0.expiredDraft(at: now) }
            guard let expired else { return }
            while try await office.database.write({ try $0.sweepExpired(expired, at: now) }) {}
        }
    }
}
