package import Imports
import Directory
package import Sheets
import Store

/// A spreadsheet that came in, spooled.
package struct Upload: Sendable {
    /// Chosen by the client: a UUID in lower case.
    package let key: String
    package let fileName: String
    package let source: Source
    package let byteCount: Int
    package let sha256: [UInt8]

    package init(key: String, fileName: String, source: Source, byteCount: Int, sha256: [UInt8]) {
        self.key = key
        self.fileName = fileName
        self.source = source
        self.byteCount = byteCount
        self.sha256 = sha256
    }

    /// A spooled file; it has to exist until the draft is open.
    package init(key: String, fileName: String, path: String, byteCount: Int, sha256: [UInt8]) {
        self.init(
            key: key, fileName: fileName, source: .file(path: path), byteCount: byteCount,
            sha256: sha256)
    }
}

extension AccountDesk {
    /// Reads a spreadsheet into a draft. The same upload again answers the same draft.
    /// - Throws: `Refusal` with a code of files, `draftKeyReused`, `draftLimit`, `draftExpired`, `busy`.
    package func openDraft(_ upload: Upload) async throws -> (draft: Draft, isNew: Bool) {
        let owner = String(UInt64.random(in: .min ... .max), radix: 36)
        for _ in 0..<600 {
            switch try await claim(upload, owner: owner) {
            case .known(let draft): return (draft, false)
            case .new(let id): return (try await read(upload, into: id, owner: owner), true)
            case .beingRead: try await Task.sleep(for: .milliseconds(100))
            }
        }
        throw Refusal.readingTakesLong
    }

    private enum Claim {
        case known(Draft)
        case new(DraftID)
        /// By another request with the same key: its answer will be ours.
        case beingRead
    }

    private func claim(_ upload: Upload, owner: String) async throws -> Claim {
        let beginning = DraftBeginning(
            account: account.id, request: upload.key, by: viewer, fileName: upload.fileName,
            fileBytes: upload.byteCount, sha256: upload.sha256, rulesVersion: RowRules.version,
            at: office.clock.now())
        let lease = lease(owner)
        return try await write { [office] tx in
            if let known = try tx.storedDraft(request: upload.key, in: beginning.account) {
                return try Self.claim(known, again: upload)
            }
            guard let id = try tx.begin(beginning, lease) else { return .beingRead }
            guard try tx.openDrafts(in: id.account) <= office.rules.openDrafts else {
                throw Refusal.draftLimit(office.rules.openDrafts)
            }
            return .new(id)
        }
    }

    private static func claim(_ known: StoredDraft, again upload: Upload) throws -> Claim {
        guard known.sha256 == upload.sha256 else { throw Refusal.draftKeyReused }
        if known.isExpired { throw Refusal.draftExpired }
        return known.draft.state == .reading ? .beingRead : .known(known.draft)
    }

    private func read(_ upload: Upload, into id: DraftID, owner: String) async throws -> Draft {
        do {
            var staging = DraftStaging(at: self, id, owner: owner)
            try await staging.stage(upload)
        } catch {
            try? await DraftSweeper(office: office).sweepReading(id, owner: owner)
            throw error is LeaseLost ? Refusal.readingTakesLong : error
        }
        return try await draft(id.number)
    }
}
