import Desk
import Imports

/// What a draft should be, told the slow way: every rule over every row, each time.
struct DraftModel {
    struct Line {
        private(set) var judged: Judgement
        var state = DraftRow.State.here

        init(_ row: Row) {
            judged = RowRules().judge(row)
        }

        var row: Row {
            get { judged.row }
            set { judged = RowRules().judge(newValue) }
        }
    }

    var lines: [Line]
    let read: Int
    /// Addresses of the account's users.
    var taken: Set<String>

    init(_ rows: [Row], taken: Set<String>) {
        lines = rows.map(Line.init)
        read = rows.count
        self.taken = taken
    }

    func positions(_ state: DraftRow.State) -> [Int] {
        lines.indices.filter { lines[$0].state == state }
    }

    func key(_ position: Int) -> String? {
        lines[position].judged.emailKey
    }

    func issues(_ position: Int) -> Issues {
        var issues = lines[position].judged.issues
        guard let key = key(position) else { return issues }
        if taken.contains(key) { issues.insert(.emailTaken) }
        if twins(position).count > 0 { issues.insert(.emailRepeated) }
        return issues
    }

    func twins(_ position: Int) -> [Int] {
        guard let key = key(position) else { return [] }
        return positions(.here).filter { $0 != position && self.key($0) == key }
    }

    /// What the edits did since the last upload, and what of it was taken back.
    private(set) var done: [(before: [Line], after: [Line])] = []
    private(set) var undone: [(before: [Line], after: [Line])] = []

    /// The edits since another state of this model are a step.
    mutating func noteStep(since before: DraftModel) {
        done.append((before.lines, lines))
        undone = []
    }

    mutating func undo() {
        guard let step = done.popLast() else { return }
        lines.replaceSubrange(step.before.indices, with: step.before)
        for position in step.before.count..<step.after.count { lines[position].state = .deleted }
        undone.append(step)
    }

    mutating func redo() {
        guard let step = undone.popLast() else { return }
        lines.replaceSubrange(step.after.indices, with: step.after)
        done.append(step)
    }

    mutating func apply(_ operation: Edit.Operation) {
        switch operation {
        case .set(let position, let field, let value):
            lines[position].row[field] = value
        case .delete(let position): lines[position].state = .deleted
        case .restore(let position): lines[position].state = .here
        case .add(let row): lines.append(Line(row))
        }
    }

    mutating func commit() {
        (done, undone) = ([], [])
        let clean = positions(.here).filter { issues($0).isEmpty }
        for position in clean {
            lines[position].state = .created
            taken.insert(key(position) ?? "")
        }
    }
}
