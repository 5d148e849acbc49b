import Directory
import Imports
import Store

/// Blocks that one transaction settles anew.
private let settledAtOnce = 20

extension AccountDesk {
    /// The draft, settled against the account's users and the rules as they are now.
    ///
    /// A single change of a user settles open drafts itself; after a bulk change, or when a newer
    /// program judges otherwise, it is done when somebody comes to look.
    func freshDraft(_ number: Int) async throws -> StoredDraft {
        let id = id(of: number)
        if let stored = try await settledDraft(id) { return stored }
        try await judgeAgain(id)
        if let stored = try await settledDraft(id) { return stored }
        try await settleTaken(try await read { try Self.require(id, in: $0) }, id)
        return try await read { try Self.require(id, in: $0) }
    }

    /// Reads in a draft that is settled; if it isn't, that is done before.
    func readSettled<Answer: Sendable>(
        _ number: Int,
        _ work: @escaping @Sendable (any Transaction, DraftID, StoredDraft) throws -> Answer
    ) async throws -> Answer {
        let id = id(of: number)
        return try await settled(
            number, first: { try await read { try Self.worked(work, on: id, in: $0) } },
            then: { try await read { try work($0, id, Self.require(id, in: $0)) } })
    }

    /// Writes in a draft that is settled; if it isn't, that is done before.
    func writeSettled<Answer: Sendable>(
        _ number: Int,
        _ work: @escaping @Sendable (any Transaction, DraftID, StoredDraft) throws -> Answer
    ) async throws -> Answer {
        let id = id(of: number)
        return try await settled(
            number, first: { try await write { try Self.worked(work, on: id, in: $0) } },
            then: { try await write { try work($0, id, Self.require(id, in: $0)) } })
    }

    /// Does it in one transaction where the draft is settled, else settles it before.
    private func settled<Answer>(
        _ number: Int, first: () async throws -> Answer?, then: () async throws -> Answer
    ) async throws -> Answer {
        if let answer = try await first() { return answer }
        _ = try await freshDraft(number)
        return try await then()
    }

    private static func worked<Answer>(
        _ work: (any Transaction, DraftID, StoredDraft) throws -> Answer, on id: DraftID,
        in tx: any Transaction
    ) throws -> Answer? {
        try settledDraft(id, in: tx).map { try work(tx, id, $0) }
    }

    private func settledDraft(_ id: DraftID) async throws -> StoredDraft? {
        try await read { try Self.settledDraft(id, in: $0) }
    }

    /// The draft, unless somebody has to settle it first. What a commit of the account is doing to it
    /// is settled when that is done.
    static func settledDraft(_ id: DraftID, in tx: any Transaction) throws -> StoredDraft? {
        let stored = try require(id, in: tx)
        guard stored.draft.state == .open else { return stored }
        guard stored.rulesVersion >= RowRules.version else { return nil }
        return try !stored.isBehind || tx.isCommitting(in: id.account) ? stored : nil
    }

    private func settleTaken(_ stored: StoredDraft, _ id: DraftID) async throws {
        let last = max(0, stored.length - 1) / DraftBlock.size
        for first in stride(from: 0, through: last, by: settledAtOnce) {
            let blocks = first...min(first + settledAtOnce - 1, last)
            try await write { try $0.settleTaken(inBlocks: blocks, of: id) }
        }
        try await write { tx in
            try tx.setUsersRevision(
                stored.accountRevision, of: id, insteadOf: stored.usersRevision)
        }
    }

    /// Does nothing when these rules were judged by.
    private func judgeAgain(_ id: DraftID) async throws {
        try await write { tx in
            guard let revision = try tx.beginJudging(of: id, rulesVersion: RowRules.version)
            else { return }
            try Rejudgement(tx, id, revision: revision).run()
        }
    }
}
