import Directory
import Imports
import Store

/// One edit inside its transaction: changes rows, judges them, and settles the list rules for the
/// addresses that came or went. At most two other rows are written for each address.
struct DraftEditor {
    let tx: any Transaction
    let draft: DraftID
    let viewer: Viewer
    let revision: Int
    /// Asked for when an address came or went.
    private var knownHash: AddressHash?
    private let rules = RowRules()
    /// Rows as they are in the table.
    private var stored: [Int: StoredRow] = [:]
    /// Rows that this edit names or adds.
    private var edited: Set<Int> = []
    private var keys: Set<String> = []
    private(set) var tally = BlockTally()
    /// A row that wasn't written may name another twin now.
    private(set) var movesTwins = false
    private(set) var deleted: Set<Int> = []
    private(set) var restored: Set<Int> = []
    private(set) var added: [Int] = []
    /// What it takes to undo it, the last change first.
    private(set) var undoing: [String] = []

    init(_ tx: any Transaction, _ draft: DraftID, by viewer: Viewer, revision: Int) {
        self.tx = tx
        self.draft = draft
        self.viewer = viewer
        self.revision = revision
    }

    /// The rows that were written, in the order of the file.
    var written: [StoredRow] {
        stored.values.filter { $0.changedRevision == revision }
            .sorted { $0.position < $1.position }
    }

    /// - Throws: `Refusal` with `rowChanged` if somebody else changed a named row after `read`.
    mutating func load(_ positions: some Sequence<Int>, read: Int) throws {
        var changed: [Int] = []
        for position in Set(positions).sorted() {
            guard let row = try tx.row(at: position, of: draft) else {
                throw Refusal.noSuchRow(position)
            }
            if row.editedRevision > read, row.editedBy != viewer { changed.append(position) }
            stored[position] = row
            edited.insert(position)
        }
        if !changed.isEmpty { throw Refusal.rowsChanged(changed) }
    }

    mutating func set(_ field: Field, to value: String, at position: Int) throws {
        guard var row = stored[position], row.state == .here else {
            throw Refusal.noSuchRow(position)
        }
        undoing.append(StepText.set(position, field, row.row[field]))
        row.row[field] = value
        try change(&row)
    }

    mutating func delete(_ position: Int) throws {
        guard var row = stored[position], row.state == .here else {
            throw Refusal.noSuchRow(position)
        }
        undoing.append(StepText.restore(position))
        row.state = .deleted
        row.issues.remove(.emailRepeated)
        if restored.remove(position) == nil { deleted.insert(position) }
        try replace(row)
    }

    mutating func restore(_ position: Int) throws {
        guard var row = stored[position], row.state == .deleted else {
            throw Refusal.noSuchRow(position)
        }
        undoing.append(StepText.delete(position))
        row.state = .here
        if deleted.remove(position) == nil { restored.insert(position) }
        try change(&row)
    }

    mutating func add(_ row: Row, at position: Int, number: Int, user: Int64) throws {
        undoing.append(StepText.delete(position))
        let judged = rules.judge(row)
        var new = StoredRow(
            position: position, number: number, row: judged.row, emailKey: judged.emailKey,
            issues: judged.issues, hints: [], revision: revision, editedBy: viewer)
        try settleTaken(&new)
        try tx.add(new, user: user, to: draft)
        tally.count(new.issues, new.hints, at: position, times: 1)
        try move(from: nil, to: new)
        stored[position] = new
        edited.insert(position)
        added.append(position)
    }

    /// Settles *email repeated* for the addresses that came or went, and counts.
    mutating func finish() throws {
        for key in keys.sorted() { try settleRepeated(key) }
        try tx.add(tally, to: draft)
        let gone = deleted.count - restored.count
        if gone != 0 { try tx.countDeleted(gone, in: draft) }
    }

    private mutating func change(_ row: inout StoredRow) throws {
        let judged = rules.judge(row.row)
        row.row = judged.row
        let isSameAddress = row.emailKey == judged.emailKey && wasHere(row.position)
        let isTaken = row.issues.contains(.emailTaken)
        let isRepeated = row.issues.contains(.emailRepeated) && judged.emailKey != nil
        row.emailKey = judged.emailKey
        row.issues = judged.issues
        if isRepeated { row.issues.insert(.emailRepeated) }
        if !isSameAddress {
            try settleTaken(&row)
        } else if isTaken {
            row.issues.insert(.emailTaken)
        }
        try replace(row)
    }

    /// *Email taken* is settled for the rows that are here.
    private func wasHere(_ position: Int) -> Bool { stored[position]?.state == .here }

    private mutating func replace(_ row: StoredRow) throws {
        var row = row
        row.editedRevision = revision
        row.editedBy = viewer
        try move(from: stored[row.position], to: row)
        try save(row)
    }

    private func settleTaken(_ row: inout StoredRow) throws {
        guard let key = row.emailKey, try tx.isTaken(key, in: draft.account) else { return }
        row.issues.insert(.emailTaken)
    }

    private mutating func save(_ row: StoredRow) throws {
        var row = row
        row.changedRevision = revision
        row.wasFaulty = row.wasFaulty || !row.issues.isEmpty
        if let old = stored[row.position], old.state == .here {
            tally.count(old.issues, old.hints, at: row.position, times: -1)
        }
        if row.state == .here {
            tally.count(row.issues, row.hints, at: row.position, times: 1)
        }
        try tx.save(row, of: draft)
        stored[row.position] = row
    }

    /// Keeps the table of addresses true: the keys of the rows that are here.
    private mutating func move(from old: StoredRow?, to new: StoredRow) throws {
        let before = old?.state == .here ? old?.emailKey : nil
        let after = new.state == .here ? new.emailKey : nil
        guard before != after else { return }
        let hash = try hash()
        if let before {
            try tx.removeAddress(hash(before), at: new.position, of: draft)
            keys.insert(before)
        }
        if let after {
            try tx.addAddress(hash(after), at: new.position, of: draft)
            keys.insert(after)
        }
    }

    private mutating func hash() throws -> AddressHash {
        if let knownHash { return knownHash }
        let hash = try tx.addressHash()
        knownHash = hash
        return hash
    }

    /// Whoever isn't edited and had company before, has it still unless they are alone now: so the
    /// edited rows and two others tell everything.
    private mutating func settleRepeated(_ key: String) throws {
        let mine = edited.compactMap { stored[$0] }
            .filter { $0.state == .here && $0.emailKey == key }
        let group = try tx.rows(
            sharing: key, hash: hash()(key), in: draft, limit: mine.count + 2)
        let isRepeated = group.count > 1
        let others = group.filter { !edited.contains($0.position) }
        // Others that stay repeated aren't written, but may have another lowest row beside them.
        movesTwins =
            movesTwins || others.contains { isRepeated && $0.issues.contains(.emailRepeated) }
        for row in mine + others where row.issues.contains(.emailRepeated) != isRepeated {
            stored[row.position] = row
            var row = row
            row.issues.formSymmetricDifference(.emailRepeated)
            try save(row)
        }
    }
}
