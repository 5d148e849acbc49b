import Directory
package import Imports
import Store

extension AccountDesk {
    /// - Throws: `Refusal` with `notFound`.
    package func draft(_ number: Int) async throws -> Draft {
        try await freshDraft(number).draft
    }

    /// Drafts with something left to do (matching, open, committing), the newest first.
    package func unfinishedDrafts() async throws -> [Draft] {
        try await read { [account] in try $0.unfinishedDrafts(in: account.id).map(\.draft) }
    }

    /// Asks for the clean rows to become users; a worker does it.
    /// - Throws: `Refusal` with `draftClosed`, `nothingToCommit`. While committing it answers the same again.
    package func commit(_ number: Int) async throws -> Draft {
        let id = id(of: number)
        let now = office.clock.now()
        let (draft, hasFile) = try await write { [viewer] tx in
            let before = try Self.require(id, in: tx).draft
            switch before.state {
            case .committing, .finished: return (before, false)
            case .open where before.counts.clean == 0: throw Refusal.nothingToCommit
            default: break
            }
            guard try tx.askForCommit(of: id, by: viewer, at: now) else {
                throw Refusal.closed(before.state) ?? .noSuchDraft
            }
            let hasFile = try tx.endMatching(of: id) && tx.sweepFile(of: id)
            return (try Self.require(id, in: tx).draft, hasFile)
        }
        office.bell.ring()
        if hasFile { try await sweepFile(of: id) }
        return draft
    }

    /// Cancel: what is left is deleted, what was added stays. Nothing is lost: see `reopen`.
    /// - Throws: `Refusal` with `draftClosed`, `draftCommitting`.
    package func discard(_ number: Int) async throws -> Draft {
        let id = id(of: number)
        let end = draftEnd
        return try await write { tx in
            let before = try Self.require(id, in: tx)
            if before.draft.state == .discarded { return before.draft }
            if before.draft.state != .matching, let refusal = Refusal.closed(before.draft.state) {
                throw refusal
            }
            try tx.discard(id, until: end)
            return try Self.require(id, in: tx).draft
        }
    }

    /// Brings back what `discard` took.
    /// - Throws: `Refusal` with `draftLimit`, `draftExpired`, `draftClosed`, `draftCommitting`.
    package func reopen(_ number: Int) async throws -> Draft {
        let id = id(of: number)
        let end = draftEnd
        let now = office.clock.now()
        try await write { [office] tx in
            let before = try Self.require(id, in: tx)
            if before.isOver(at: now) { throw Refusal.draftExpired }
            switch before.draft.state {
            case .open, .matching: return
            case .discarded: break
            case let state: throw Refusal.closed(state) ?? .noSuchDraft
            }
            try tx.reopen(id, at: now, until: end)
            guard try tx.openDrafts(in: id.account) <= office.rules.openDrafts else {
                throw Refusal.draftLimit(office.rules.openDrafts)
            }
        }
        return try await draft(number)
    }
}

extension AccountDesk {
    func id(of number: Int) -> DraftID {
        DraftID(account: account.id, number: number)
    }

    /// When a draft that is changed now ends.
    var draftEnd: Timestamp {
        office.clock.now().adding(seconds: office.rules.draftDays * 86_400)
    }

    func lease(_ owner: String) -> Lease {
        Lease(owner: owner, until: office.clock.now().adding(seconds: office.rules.lease))
    }

    /// The draft, if it is there for people: not while it is read.
    /// - Throws: `Refusal` with `notFound`.
    static func require(_ id: DraftID, in tx: any Transaction) throws -> StoredDraft {
        guard let stored = try tx.storedDraft(id), stored.draft.state != .reading else {
            throw Refusal.noSuchDraft
        }
        return stored
    }

    /// A read in which the right still stands.
    func read<Answer: Sendable>(
        _ work: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws -> Answer {
        try await office.database.read { [account, viewer] tx in
            try tx.requireAdministration(of: account.id, by: viewer)
            return try work(tx)
        }
    }

    /// A write in which the right still stands.
    @discardableResult
    func write<Answer: Sendable>(
        _ work: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws -> Answer {
        try await office.database.write { [account, viewer] tx in
            try tx.requireAdministration(of: account.id, by: viewer)
            return try work(tx)
        }
    }
}
