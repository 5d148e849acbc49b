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
            if reader == nil {
                reader = try RowReader(
                    opening: upload.source, limits: limits, as: upload.mapping, sheet: upload.sheet)
            }
            var chunk = Chunk()
            chunk.rows = try reader?.next(limit: limit) ?? JudgedRows()
            try count(chunk.rows.letters.count)
            addHashes(to: &chunk)
            chunk.sheet = reader?.sheet ?? ""
            chunk.place = reader?.place
            chunk.otherColumns = reader?.otherColumns ?? OtherColumns()
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

    private func addHashes(to chunk: inout Chunk) {
        let rows = chunk.rows
        chunk.hashes.reserveCapacity(rows.count)
        for place in 0..<rows.count {
            let hash = rows.key(at: place).map { self.hash(rows.letters.span.extracting($0)) }
            if let hash, taken.contains(hash) { chunk.suspects.append(place) }
            chunk.hashes.append(hash)
        }
    }
}

extension RowFeed {
    struct Chunk: Sendable {
        var rows = JudgedRows()
        /// Beside the rows: the hash of the address.
        var hashes: [Int64?] = []
        /// Which of them a user of the account seems to have; the address itself decides.
        var suspects: [Int] = []
        var sheet = ""
        var place: SheetPlace?
        var otherColumns = OtherColumns()
        /// Blank rows so far.
        var blank = 0
    }
}
