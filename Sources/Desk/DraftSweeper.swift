import Directory
import Store

/// Takes away what nobody will ask for again: drafts whose reading broke off, and drafts whose
/// days are over. Each transaction takes a part, so nobody waits for it.
struct DraftSweeper: Sendable {
    let office: Office

    /// Everything that is due now.
    func sweep() async throws {
        let owner = String(UInt64.random(in: .min ... .max), radix: 36)
        let lease = { Lease(owner: owner, until: office.clock.now().adding(seconds: 3600)) }
        while true {
            let now = office.clock.now()
            let mine = lease()
            let abandoned = try await office.database.write { try $0.claimAbandoned(mine, at: now) }
            guard let abandoned else { break }
            try await sweepReading(abandoned, owner: owner)
        }
        try await sweepExpired()
    }

    func sweepReading(_ draft: DraftID, owner: String) async throws {
        while try await office.database.write({ try $0.sweepReading(draft, owner: owner) }) {}
    }

    private func sweepExpired() async throws {
        while true {
            let now = office.clock.now()
            let expired = try await office.database.read { try $0.expiredDraft(at: now) }
            guard let expired else { return }
            while try await office.database.write({ try $0.sweepExpired(expired, at: now) }) {}
        }
    }
}
