import Directory
import Imports
import Store

/// Judges every row of a draft by the rules of this program, because an older one judged them.
struct Rejudgement {
    private let tx: any Transaction
    private let draft: DraftID
    private let revision: Int
    private let hash: AddressHash

    init(_ tx: any Transaction, _ draft: DraftID, revision: Int) throws {
        self.tx = tx
        self.draft = draft
        self.revision = revision
        hash = try tx.addressHash()
    }

    func run() throws {
        var places: [AddressPlace] = []
        var positions: [String: [Int]] = [:]
        try tx.eachRow(of: draft, "issues >= 0") { row in
            guard let key = RowRules().judge(row.row).emailKey else { return }
            places.append(AddressPlace(hash: hash(key), position: Int32(row.position)))
            positions[key, default: []].append(row.position)
        }
        places.sort { ($0.hash, $0.position) < ($1.hash, $1.position) }
        try tx.replaceAddresses(of: draft, by: places)
        try judge(repeated: positions.filter { $0.value.count > 1 })
        try tx.recountAll(of: draft)
    }

    private func judge(repeated: [String: [Int]]) throws {
        var changed: [StoredRow] = []
        try tx.eachRow(of: draft, "issues >= 0") { row in
            let new = judged(row, repeated)
            if new != row { changed.append(new) }
        }
        for var row in changed {
            if let key = row.emailKey, try tx.isTaken(key, in: draft.account) {
                row.issues.insert(.emailTaken)
            }
            row.wasFaulty = row.wasFaulty || !row.issues.isEmpty
            row.changedRevision = revision
            try tx.save(row, of: draft)
        }
    }

    private func judged(_ row: StoredRow, _ repeated: [String: [Int]]) -> StoredRow {
        let judgement = RowRules().judge(row.row)
        var new = row
        new.row = judgement.row
        new.emailKey = judgement.emailKey
        new.issues = judgement.issues
        if let key = new.emailKey, repeated[key] != nil { new.issues.insert(.emailRepeated) }
        return new
    }
}
