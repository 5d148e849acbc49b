import Directory
import FoundationEssentials
package import Imports
import Store

/// A draft that waits for its columns to be matched, and the sheets of its file.
package struct Matching: Sendable {
    package let draft: Draft
    package let file: UnmatchedFile
}

/// What came of somebody's choices.
package enum MatchOutcome: Sendable {
    case opened(Draft)
    case wrong([MatchProblem])
}

extension AccountDesk {
    /// - Throws: `Refusal` with `notFound`, `draftClosed`.
    package func matching(_ number: Int) async throws -> Matching {
        let id = id(of: number)
        return try await read { tx in
            let draft = try Self.require(id, in: tx).draft
            guard draft.state == .matching, let sheets = try tx.matching(of: id) else {
                throw Refusal.closed(draft.state) ?? Refusal.draftMatched
            }
            return Matching(draft: draft, file: try UnmatchedFile(stored: sheets))
        }
    }

    /// The same with what was chosen for such headings the last time in the place of the proposals.
    package func rememberedMatching(_ number: Int) async throws -> Matching {
        let matching = try await matching(number)
        let known = try await remembered(for: matching.file)
        return known.map { Matching(draft: matching.draft, file: matching.file.proposing($0)) }
            ?? matching
    }

    /// Reads the file of a draft as somebody chose. What they chose is remembered for files with such headings.
    /// - Throws: `Refusal` as `matching` does, and with a code of files: then the draft waits as before.
    package func match(_ number: Int, _ choices: MatchChoices) async throws -> MatchOutcome {
        let matching = try await matching(number)
        let mapping: ColumnMapping
        do throws(MatchProblems) {
            mapping = try matching.file.mapping(for: choices)
        } catch {
            return .wrong(error.all)
        }
        return .opened(try await opened(matching, as: mapping))
    }

    private func opened(_ matching: Matching, as mapping: ColumnMapping) async throws -> Draft {
        let id = id(of: matching.draft.number)
        let owner = String(UInt64.random(in: .min ... .max), radix: 36)
        return try await office.readings.withPlace {
            try await office.readings.turn {
                try await begin(id, owner: owner)
                let draft = try await readKept(matching, id, owner: owner, as: mapping)
                try await remember(mapping, for: matching.file)
                return draft
            }
        }
    }

    private func begin(_ id: DraftID, owner: String) async throws {
        let lease = self.lease(owner)
        try await write { tx in
            guard try tx.beginMatched(id, lease) else {
                let state = try tx.storedDraft(id)?.draft.state
                throw state == .reading ? Refusal.readingTakesLong : Refusal.draftMatched
            }
        }
    }

    private func readKept(
        _ matching: Matching, _ id: DraftID, owner: String, as mapping: ColumnMapping
    ) async throws -> Draft {
        let draft = matching.draft
        let file = try KeptFile(in: office.rules.spoolDirectory)
        defer { withExtendedLifetime(file) {} }
        var upload = Upload(
            key: "", fileName: draft.fileName, path: file.path, byteCount: draft.fileBytes,
            sha256: [])
        upload.mapping = mapping
        return try await read(upload, into: id, owner: owner) {
            var number = 0
            while let part = try await filePart(number, of: id) {
                try file.add(part)
                number += 1
            }
        }
    }

    private func filePart(_ number: Int, of id: DraftID) async throws -> [UInt8]? {
        try await read { try $0.filePart(number, of: id) }
    }

    /// Whether the columns of an open draft can be matched anew: nothing of it was added yet.
    package func canMatchAgain(_ draft: Draft) async throws -> Bool {
        guard draft.state == .open, draft.ledger.created == 0 else { return false }
        let id = id(of: draft.number)
        return try await read { try $0.matching(of: id) != nil }
    }

    /// Takes the rows of an open draft back, with all that was done to them, so that its columns can be matched anew.
    /// - Throws: `Refusal` with `notFound`, `draftClosed`, `draftCommitting`.
    package func matchAgain(_ number: Int) async throws -> Draft {
        let id = id(of: number)
        let owner = String(UInt64.random(in: .min ... .max), radix: 36)
        let lease = self.lease(owner)
        let isWaiting = try await write { tx in
            let draft = try Self.require(id, in: tx).draft
            if draft.state == .matching { return true }
            guard try tx.beginMatchingAgain(id, lease) else {
                throw Refusal.closed(draft.state) ?? Refusal.draftMatched
            }
            return false
        }
        if !isWaiting { try await DraftSweeper(office: office).sweepReading(id, owner: owner) }
        return try await draft(number)
    }

    /// Nobody needs the bytes of a file whose rows are committed.
    func sweepFile(of id: DraftID) async throws {
        while try await office.database.write({ try $0.sweepFile(of: id) }) {}
    }
}

extension AccountDesk {
    /// Brings the rows into the draft; or, where the headings don't say which column holds what, keeps the file until
    /// somebody says it.
    func stageOrAwaitMatching(_ upload: Upload, _ id: DraftID, owner: String) async throws {
        do {
            var staging = DraftStaging(at: self, id, owner: owner)
            try await staging.stage(upload)
        } catch let refusal as Refusal where refusal.isAboutHeadings {
            guard let path = upload.keptFrom,
                let file = try UnmatchedFile(reading: upload.source, limits: office.rules.limits)
            else { throw refusal }
            try await keep(file, from: path, id, owner: owner)
            guard let mapping = try await remembered(for: file) else {
                return try await write { try $0.awaitMatching(of: id, owner: owner) }
            }
            var upload = upload
            upload.mapping = mapping
            var staging = DraftStaging(at: self, id, owner: owner)
            try await staging.stage(upload)
        }
    }

    private func keep(
        _ file: UnmatchedFile, from path: String, _ id: DraftID, owner: String
    ) async throws {
        try await KeptFile.eachPart(ofFileAt: path) { part, bytes in
            let lease = self.lease(owner)
            try await office.database.writeAhead { tx in
                try tx.holdReading(id, lease)
                try tx.keepFile(part: part, bytes, of: id)
            }
        }
        let sheets = try file.stored
        let end = draftEnd
        let lease = self.lease(owner)
        try await write { tx in
            try tx.holdReading(id, lease)
            try tx.keepMatching(of: id, sheets, until: end)
        }
    }
}

extension AccountDesk {
    /// What was chosen the last time for a file with these headings.
    private func remembered(for file: UnmatchedFile) async throws -> ColumnMapping? {
        for sheet in file.sheets {
            guard let headings = sheet.headingsDigest else { continue }
            let known = try await read { [account] in try $0.mapping(headings, in: account.id) }
            guard let known else { continue }
            let choices = try JSONDecoder().decode(Remembered.self, from: Data(known.utf8))
            return ColumnMapping(
                sheet: sheet.index, headingRow: sheet.headingRow, columns: choices.columns,
                roles: choices.roles)
        }
        return nil
    }

    private func remember(_ mapping: ColumnMapping, for file: UnmatchedFile) async throws {
        let sheet = file.sheets.first { $0.index == mapping.sheet }
        guard let headings = sheet?.headingsDigest else { return }
        let choices = Remembered(columns: mapping.columns, roles: mapping.roles)
        let text = String(decoding: try JSONEncoder().encode(choices), as: UTF8.self)
        let now = office.clock.now()
        try await write { [account] in
            try $0.remember(text, for: headings, in: account.id, at: now)
        }
    }

    private struct Remembered: Codable {
        let columns: [Field: Int]
        let roles: RoleWords
    }
}

extension UnmatchedSheet {
    fileprivate var headingsDigest: [UInt8]? {
        guard var text = headingsText else { return nil }
        let digest = RunningDigest()
        text.withUTF8 { digest.update(UnsafeRawBufferPointer($0)) }
        return digest.finish()
    }
}

extension UnmatchedFile {
    fileprivate init(stored text: String) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(text.utf8))
    }

    fileprivate var stored: String {
        get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
    }
}

extension Refusal {
    fileprivate var isAboutHeadings: Bool { code == .headingsMissing || code == .headingRepeated }
}
