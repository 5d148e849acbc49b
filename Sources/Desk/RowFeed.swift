import Directory
import Imports
import NIOPosix
import Sheets
import Store
import Synchronization

/// Reads and judges a spreadsheet's rows on a thread for blocking work, a chunk at a time, so that
/// the next chunk can be read while this one is stored.
final class RowFeed: Sendable {
    private let upload: Upload
    private let limits: Limits
    private let hash: AddressHash
    /// The addresses of the account's users, by hash.
    private let taken: Set<Int64>
    private let reader = Mutex<RowReader?>(nil)

    init(of upload: Upload, within limits: Limits, hash: AddressHash, taken: Set<Int64>) {
        self.upload = upload
        self.limits = limits
        self.hash = hash
        self.taken = taken
    }

    /// At most `limit` rows; none after the last one.
    /// - Throws: `Refusal` if the file can't be read.
    func next(limit: Int) async throws -> Chunk {
        try await NIOThreadPool.singleton.runIfActive { [self] in try read(limit) }
    }

    private func read(_ limit: Int) throws -> Chunk {
        try reader.withLock { reader in
            if reader == nil { reader = try RowReader(opening: upload.source, limits: limits) }
            var chunk = Chunk()
            chunk.rows.reserveCapacity(limit)
            while chunk.rows.count < limit, let row = try reader?.next() { add(row, to: &chunk) }
            chunk.sheet = reader?.sheet ?? ""
            chunk.blank = reader?.blank ?? 0
            return chunk
        }
    }

    private func add(_ row: JudgedRow, to chunk: inout Chunk) {
        let judged = row.judgement
        let hash = judged.emailKey.map { self.hash($0) }
        if let hash, taken.contains(hash) { chunk.suspects.append(chunk.rows.count) }
        chunk.hashes.append(hash)
        chunk.rows.append(
            StagedRow(
                number: row.number, row: judged.row, emailKey: judged.emailKey,
                issues: judged.issues, hints: judged.hints))
    }
}

extension RowFeed {
    struct Chunk: Sendable {
        var rows: [StagedRow] = []
        /// Beside the rows: the hash of the address.
        var hashes: [Int64?] = []
        /// Which of them a user of the account seems to have; the address itself decides.
        var suspects: [Int] = []
        var sheet = ""
        /// Blank rows so far.
        var blank = 0
    }
}
