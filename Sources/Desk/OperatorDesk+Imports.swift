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

/// What an import at the command line came to.
package struct ImportEnd: Sendable {
    package let draft: Draft
    /// Users that this run added; an earlier one may have added others.
    package let added: Int
    /// It went on with an import of the same file that was not finished.
    package let isContinued: Bool
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
    /// An import of the same bytes and sheet that the command line began and that is not finished is gone on
    /// with: repeating the command after a crash, or from a schedule, doesn't pile up imports. One whose columns
    /// somebody named begins anew, for the earlier one may have been read otherwise.
    ///
    /// Returns when everything is added, whoever did it: this process, or a server that works on
    /// the same database. If this process dies after the last row was read, a server goes on.
    /// - Throws: `Refusal` with a code of files, `draftLimit`, `notFound`.
    package func importUsers(
        from upload: Upload, to account: Account, progress: @escaping @Sendable (ImportStep) -> Void
    ) async throws -> ImportEnd {
        let desk = desk(at: account)
        let known = upload.mapping == nil ? try await desk.unfinishedImport(of: upload) : nil
        var upload = upload
        upload.progress = { progress(.reading($0)) }
        let before = if let known { known } else { try await desk.openDraft(upload).draft }
        var draft = before
        if draft.state == .committing || draft.counts.clean > 0 {
            draft = try await desk.commitAndWait(draft) { progress(.adding($0, of: $1)) }
        }
        return ImportEnd(
            draft: draft, added: draft.ledger.created - before.ledger.created,
            isContinued: known != nil)
    }
}

extension AccountDesk {
    /// Milliseconds between two looks at a draft that is being committed.
    private static let pause: Int64 = 20

    /// The newest import that the command line began with these bytes and this sheet and that has something left.
    fileprivate func unfinishedImport(of upload: Upload) async throws -> Draft? {
        let known = try await read { [account] tx in
            try tx.unfinishedDrafts(in: account.id).filter {
                $0.isFromCommand && $0.sha256 == upload.sha256
            }.map(\.draft)
        }
        guard !known.isEmpty else { return nil }
        let sheet = try sheet(of: upload)
        guard let same = known.first(where: { $0.sheet == sheet }) else { return nil }
        return try await draft(same.number)
    }

    /// The name of the sheet that is read, which the file alone tells when nobody named one.
    private func sheet(of upload: Upload) throws -> String {
        try RowReader(
            opening: upload.source, limits: office.rules.limits, sheet: upload.sheet
        ).sheet
    }

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
                progress(draft.ledger.created - opened.ledger.created, clean)
            }
            group.cancelAll()
            return draft
        }
    }
}
