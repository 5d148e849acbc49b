import Directory
import Imports
import Sheets
import Store
import Synchronization

/// Reads and judges a spreadsheet's rows, a chunk at a time, so that the next chunk can be read by
/// one thread while another stores this one.
final class RowFeed: Sendable {
    private let upload: Upload
    private let limits: Limits
    private let hash: AddressHash
    /// The addresses of the account's users, by hash.
    private let taken: Set<Int64>
    private let reader = Mutex<RowReader?>(nil)
    /// Bytes of text so far. One long text may stand in every cell of a small file.
    private let letters = Mutex(0)
    /// Bytes of text after which a chunk ends.
    private static let mostLetters = 4 << 20

    init(of upload: Upload, within limits: Limits, hash: AddressHash, taken: Set<Int64>) {
        self.upload = upload
        self.limits = limits
        self.hash = hash
        self.taken = taken
    }

    /// At most `limit` rows; none after the last one.
    /// - Throws: `Refusal` if the file can't be read.
    func next(limit: Int) async throws -> Chunk {
        try read(limit)
    }

    private func read(_ limit: Int) throws -> Chunk {
        try reader.withLock { reader in
            if reader == nil { reader = try RowReader(opening: upload.source, limits: limits) }
            var chunk = Chunk()
            chunk.rows.reserveCapacity(limit)
            while chunk.rows.count < limit, chunk.letters < Self.mostLetters,
                let row = try reader?.next()
            {
                add(row, to: &chunk)
            }
            try count(chunk.letters)
            chunk.sheet = reader?.sheet ?? ""
            chunk.place = reader?.place
            chunk.blank = reader?.blank ?? 0
            upload.progress?(reader?.fractionRead ?? 1)
            return chunk
        }
    }

    /// - Throws: `Refusal` when the rows hold more text than a file may inflate to.
    private func count(_ more: Int) throws {
        let all = letters.withLock { letters in
            letters += more
            return letters
        }
        guard all <= limits.inflatedBytes else {
            throw Refusal(
                .fileTooLarge, "The text of the spreadsheet's rows is too large.",
                remedy: "Shorten the texts, or split the spreadsheet and upload each part.")
        }
    }

    private func add(_ row: JudgedRow, to chunk: inout Chunk) {
        let judged = row.judgement
        chunk.letters += Field.allCases.reduce(0) { $0 + judged.row[$1].utf8.count }
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
        /// Bytes of the rows' texts.
        var letters = 0
        var sheet = ""
        var place: SheetPlace?
        /// Blank rows so far.
        var blank = 0
    }
}
