package import Directory
package import Imports
import Store

/// What an import at the command line is doing.
package enum ImportStep: Sendable {
    /// How much of the file has been read, from 0 to 1.
    case reading(Double)
    /// Of so many clean rows, so many are users.
    case adding(Int, of: Int)
}

extension OperatorDesk {
    /// The addresses of the account's users, to check a spreadsheet against.
    package func takenAddresses(in account: Account) async throws -> Set<AddressMark> {
        try await office.database.read { tx in
            try tx.requireAdministration(of: account.id, by: .commandLine)
            var taken: Set<AddressMark> = []
            try tx.eachUserKey(of: account.id) { taken.insert(AddressMark($0)) }
            return taken
        }
    }

    /// Imports a spreadsheet as the console does: a draft, and its clean rows committed. What is
    /// faulty stays in the draft, which is open then; without faulty rows it is finished.
    ///
    /// Returns when everything is added, whoever did it: this process, or a server that works on
    /// the same database. If this process dies, a server goes on.
    /// - Throws: `Refusal` with a code of files, `draftLimit`, `notFound`.
    package func importUsers(
        from upload: Upload, to account: Account, progress: @escaping @Sendable (ImportStep) -> Void
    ) async throws -> Draft {
        let desk = desk(at: account)
        var upload = upload
        upload.progress = { progress(.reading($0)) }
        let opened = try await desk.openDraft(upload).draft
        guard opened.state == .open, opened.counts.clean > 0 else { return opened }
        return try await desk.commitAndWait(opened) { progress(.adding($0, of: $1)) }
    }
}

extension AccountDesk {
    /// Milliseconds between two looks at a draft that is being committed.
    private static let pause: Int64 = 20

    fileprivate func commitAndWait(
        _ opened: Draft, progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws -> Draft {
        let clean = opened.counts.clean
        var draft = try await commit(opened.number)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { [office] in
                let committer = Committer(office: office)
                while !Task.isCancelled {
                    await committer.look()
                    try? await Task.sleep(for: .milliseconds(office.rules.lease * 100))
                }
            }
            while draft.state == .committing {
                try await Task.sleep(for: .milliseconds(Self.pause))
                draft = try await self.draft(opened.number)
                progress(draft.ledger.created, clean)
            }
            group.cancelAll()
            return draft
        }
    }
}
