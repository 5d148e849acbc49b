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
        var (stored, mayWait) = try await known(id)
        guard stored.draft.state == .open else { return stored }
        if stored.rulesVersion < RowRules.version {
            try await judgeAgain(id)
            (stored, mayWait) = try await known(id)
        }
        guard stored.isBehind, !mayWait else { return stored }
        try await settleTaken(stored, id)
        return try await known(id).draft
    }

    private func known(_ id: DraftID) async throws -> (draft: StoredDraft, mayWait: Bool) {
        try await read { tx in
            (draft: try Self.require(id, in: tx), mayWait: try tx.isCommitting(in: id.account))
        }
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

    private func judgeAgain(_ id: DraftID) async throws {
        try await write { tx in
            guard let revision = try tx.beginJudging(of: id, rulesVersion: RowRules.version)
            else { return }
            try Rejudgement(tx, id, revision: revision).run()
        }
    }
}
