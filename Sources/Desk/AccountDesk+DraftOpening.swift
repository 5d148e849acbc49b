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
    /// The name of the sheet to read; nil: the first visible one with the headings.
    package var sheet: String?
    /// Which column holds what, where the headings don't say it.
    package var mapping: ColumnMapping?
    /// Where the bytes are if they can be kept until somebody has matched the columns; nil: a file whose headings
    /// don't say which column holds what is refused.
    package var keptFrom: String?
    /// Is told how much of the file has been read, from 0 to 1.
    package var progress: (@Sendable (Double) -> Void)?

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
        for _ in 0..<600 {
            switch try await known(upload) {
            case .known(let draft): return (draft, false)
            case .beingRead: try await Task.sleep(for: .milliseconds(100))
            case nil: if let draft = try await readInTurn(upload) { return (draft, true) }
            }
        }
        throw Refusal.readingTakesLong
    }

    private enum Claim {
        case known(Draft)
        /// By another request with the same key: its answer will be ours.
        case beingRead
    }

    /// What is known of an upload with this key.
    private func known(_ upload: Upload) async throws -> Claim? {
        try await read { [account] tx in
            try tx.storedDraft(request: upload.key, in: account.id)
                .map { try Self.claim($0, again: upload) }
        }
    }

    private static func claim(_ known: StoredDraft, again upload: Upload) throws -> Claim {
        guard known.sha256 == upload.sha256 else { throw Refusal.draftKeyReused }
        if known.isExpired { throw Refusal.draftExpired }
        return known.draft.state == .reading ? .beingRead : .known(known.draft)
    }

    /// Nil when another request with the same key was quicker.
    private func readInTurn(_ upload: Upload) async throws -> Draft? {
        try await office.readings.withPlace {
            try await office.readings.turn {
                let owner = String(UInt64.random(in: .min ... .max), radix: 36)
                guard let id = try await begin(upload, owner: owner) else { return nil }
                return try await read(upload, into: id, owner: owner)
            }
        }
    }

    private func begin(_ upload: Upload, owner: String) async throws -> DraftID? {
        let beginning = DraftBeginning(
            account: account.id, request: upload.key, by: viewer, fileName: upload.fileName,
            fileBytes: upload.byteCount, sha256: upload.sha256, rulesVersion: RowRules.version,
            at: office.clock.now())
        let lease = lease(owner)
        // Nobody sees the draft before its last step, which is what a power cut mustn't take back.
        return try await office.database.writeAhead { [office, account, viewer] tx in
            try tx.requireAdministration(of: account.id, by: viewer)
            guard let id = try tx.begin(beginning, lease) else { return nil }
            guard try tx.openDrafts(in: id.account) <= office.rules.openDrafts else {
                throw Refusal.draftLimit(office.rules.openDrafts)
            }
            return id
        }
    }

    /// - Parameter prepare: Brings the bytes to where the upload says they are.
    func read(
        _ upload: Upload, into id: DraftID, owner: String,
        after prepare: @Sendable () async throws -> Void = {}
    ) async throws -> Draft {
        do {
            try await withTaskExecutorPreference(office.bulk) {
                try await holding(id, owner: owner) {
                    try await prepare()
                    try await stageOrAwaitMatching(upload, id, owner: owner)
                }
            }
        } catch {
            if upload.keptFrom != nil {
                _ = try? await office.database.write { try $0.endMatching(of: id) }
            }
            try? await DraftSweeper(office: office).sweepReading(id, owner: owner)
            throw error is LeaseLost ? Refusal.readingTakesLong : error
        }
        return try await draft(id.number)
    }

    /// Holds a draft on while it is read, however long one chunk of it takes.
    private func holding(
        _ id: DraftID, owner: String, while work: () async throws -> Void
    ) async throws {
        async let _: Void = hold(id, owner: owner)
        try await work()
    }

    /// Until it is cancelled. Whether somebody else has the draft, the reader's next write finds out.
    private func hold(_ id: DraftID, owner: String) async throws {
        while true {
            try await Task.sleep(for: .milliseconds(max(1, office.rules.lease * 250)))
            let lease = lease(owner)
            try await office.database.write { try $0.holdReading(id, lease) }
        }
    }
}
