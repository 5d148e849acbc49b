import Directory
package import Imports
import Store

/// Steps before the revision of an edit among which it is looked for too.
private let stepsLookedBack = 20

/// One request's changes of a draft.
package struct Edit: Sendable {
    package enum Operation: Sendable, Equatable {
        case set(position: Int, field: Field, value: String)
        case delete(position: Int)
        case restore(position: Int)
        case add(Row)
    }

    /// Chosen by the client: the same request again gets the first reply again.
    package let requestID: String
    /// The revision at which the named rows were read.
    package let revision: Int
    package let operations: [Operation]
    /// The view on the client's screen, and the windows of it whose changed rows the reply shall bring.
    package let view: Int
    package let ranges: [Range<Int>]

    package init(
        requestID: String, revision: Int, operations: [Operation], view: Int, ranges: [Range<Int>]
    ) {
        self.requestID = requestID
        self.revision = revision
        self.operations = operations
        self.view = view
        self.ranges = ranges
    }
}

/// What an edit changed, as far as the client looks at it.
package struct EditReply: Sendable {
    /// The draft, the view's length, and the changed rows (every row of the ranges when `moved`).
    package let window: RowWindow
    /// Rows came into the view or left it: offsets are new.
    package let moved: Bool
    /// Where the added rows stand in the view, in the order of the operations.
    package let added: [Int]
    /// Of a step that was undone or done again: the number of the first row that it changed, if that is here.
    package var row: Int?

    package init(window: RowWindow, moved: Bool, added: [Int]) {
        self.window = window
        self.moved = moved
        self.added = added
    }
}

extension AccountDesk {
    /// Operations that one request brings at most.
    package static let longestEdit = 1_000

    /// Changes rows. The same request again changes nothing; its reply shows the same rows.
    /// - Throws: `Refusal` with `draftClosed`, `draftCommitting`, `rowChanged`, `wrongValue`.
    package func edit(_ number: Int, _ edit: Edit) async throws -> EditReply {
        try Self.requireReasonable(edit)
        return try await writeSettled(number) { [self] tx, id, before in
            try self.edit(before, id, edit, in: tx)
        }
    }

    /// The same in a transaction of the caller's who has found that the right stands. Nil, and
    /// nothing is changed, if the draft has to be settled first.
    func edit(_ number: Int, _ edit: Edit, in tx: any Transaction) throws -> EditReply? {
        let id = id(of: number)
        return try Self.settledDraft(id, in: tx).map { try self.edit($0, id, edit, in: tx) }
    }

    static func requireReasonable(_ edit: Edit) throws {
        try requireShort(edit.ranges)
        guard (1...longestEdit).contains(edit.operations.count) else { throw Refusal.emptyEdit }
    }

    private func edit(
        _ before: StoredDraft, _ id: DraftID, _ edit: Edit, in tx: any Transaction
    ) throws -> EditReply {
        if let done = try tx.step(of: edit, in: id, at: before.draft.revision) {
            return try tx.reply(to: edit, StepReply(done.reply), made: done.revision, in: id)
        }
        if let refusal = Refusal.closed(before.draft.state) { throw refusal }
        return try tx.apply(edit, to: before, id, by: viewer, until: draftEnd)
    }
}

extension Transaction {
    /// What the same edit did before: its step is later than the revision that it names, or one of
    /// the last few if it was given a newer revision since.
    fileprivate func step(of edit: Edit, in id: DraftID, at revision: Int) throws -> DraftStep? {
        let first = edit.revision <= revision ? edit.revision : 0
        return try step(request: edit.requestID, of: id, after: max(0, first - stepsLookedBack))
    }

    fileprivate func apply(
        _ edit: Edit, to before: StoredDraft, _ id: DraftID, by viewer: Viewer,
        until end: Timestamp
    ) throws -> EditReply {
        let additions = edit.operations.count { if case .add = $0 { true } else { false } }
        let place = additions > 0 ? try reserveRows(additions, in: id) : nil
        let end = before.draft.prolonged(until: end)
        guard let revision = try beginEdit(of: id, until: end) else { throw Refusal.noSuchDraft }
        var editor = DraftEditor(self, id, by: viewer, revision: revision)
        try editor.load(edit.operations.compactMap(\.position), read: edit.revision)
        for operation in edit.operations { try editor.apply(operation, place) }
        try editor.finish()
        let reply = StepReply(moved: editor.moves, added: editor.added)
        try ViewMoves(deleted: editor.deleted, came: editor.restored, added: editor.added)
            .apply(to: id, in: self)
        try add(DraftStep(edit, by: editor, reply, after: before.draft.undo), to: id)
        if let quick = try editor.reply(to: edit, before, until: end) { return quick }
        return try self.reply(to: edit, reply, made: revision, in: id)
    }

    func reply(
        to edit: Edit, _ reply: StepReply, made revision: Int, in id: DraftID
    ) throws -> EditReply {
        let draft = try AccountDesk.require(id, in: self).draft
        let window = try window(
            of: id, draft, view: edit.view, edit.ranges,
            changedSince: reply.moved ? nil : revision - 1)
        let added = try reply.added.map { position in
            try edit.view == 0
                ? offsetHere(of: position, in: id)
                : offset(of: position, view: edit.view, in: id) ?? window.count
        }
        return EditReply(window: window, moved: reply.moved, added: added)
    }

    private func offset(of position: Int, view: Int, in id: DraftID) throws -> Int? {
        try positions(ofView: view, in: id)?.all.lastIndex(of: position)
    }
}

extension DraftStep {
    fileprivate init(
        _ edit: Edit, by editor: DraftEditor, _ reply: StepReply, after previous: Int?
    ) {
        self.init(
            revision: editor.revision, request: edit.requestID,
            label: StepText.label(of: edit.operations),
            forward: edit.operations.map(StepText.of).joined(separator: "\n"),
            backward: editor.undoing.reversed().joined(separator: "\n"), reply: reply.text,
            previous: previous ?? 0)
    }
}

extension Draft {
    /// When it ends if it is to last until then; nil if that is worth no change: an hour more or less
    /// among days.
    fileprivate func prolonged(until end: Timestamp) -> Timestamp? {
        guard let expiresAt, end < expiresAt.adding(seconds: 3600), end >= expiresAt else {
            return end
        }
        return nil
    }
}

extension DraftEditor {
    /// - Parameter place: Where the first added row goes; nil if none is added.
    mutating func apply(
        _ operation: Edit.Operation, _ place: (position: Int, number: Int, user: Int64)?
    ) throws {
        switch operation {
        case .set(let position, let field, let value): try set(field, to: value, at: position)
        case .delete(let position): try delete(position)
        case .restore(let position): try restore(position)
        case .add(let row):
            guard let place else { return }
            let next = added.count
            try add(
                row, at: place.position + next, number: place.number + next,
                user: place.user + Int64(next))
        }
    }
}

extension Edit.Operation {
    /// The row that it names.
    var position: Int? {
        switch self {
        case .set(let position, _, _), .delete(let position), .restore(let position): position
        case .add: nil
        }
    }
}

/// The part of a reply that is kept, so that the same request gets it again.
struct StepReply {
    let moved: Bool
    /// Positions of the added rows.
    let added: [Int]

    init(moved: Bool, added: [Int]) {
        self.moved = moved
        self.added = added
    }

    init(_ text: String) {
        let words = text.split(separator: " ")
        moved = words.first == "moved"
        added = words.dropFirst().compactMap { Int($0) }
    }

    var text: String {
        ([moved ? "moved" : "stayed"] + added.map(String.init)).joined(separator: " ")
    }
}
