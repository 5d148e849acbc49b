import Directory
import Imports
import Store

/// The wish to take back the last step of a draft, or to do again what was taken back last.
package struct Reversal: Sendable {
    /// Chosen by the client: the same request again gets the first reply again.
    package let requestID: String
    /// What the client saw as the draft's `undo` or `redo`.
    package let step: Int
    /// The view on the client's screen, and the windows of it whose changed rows the reply shall bring.
    package let view: Int
    package let ranges: [Range<Int>]

    package init(requestID: String, step: Int, view: Int, ranges: [Range<Int>]) {
        self.requestID = requestID
        self.step = step
        self.view = view
        self.ranges = ranges
    }
}

extension AccountDesk {
    /// Takes back what the last edit did, whoever made it and however long ago. What was uploaded stays.
    /// - Throws: `Refusal` with `stepChanged` if another step is the last one by now, `draftClosed`, `draftCommitting`.
    package func undo(_ number: Int, _ wish: Reversal) async throws -> EditReply {
        try await turn(number, wish, Turn.undoing)
    }

    /// Does again what was taken back last, as long as nothing else was changed since.
    /// - Throws: as `undo`.
    package func redo(_ number: Int, _ wish: Reversal) async throws -> EditReply {
        try await turn(number, wish, Turn.redoing)
    }

    private func turn(
        _ number: Int, _ wish: Reversal,
        _ turn: @escaping @Sendable (Draft, DraftID, any Transaction) throws -> Turn?
    ) async throws -> EditReply {
        try Self.requireShort(wish.ranges)
        let end = draftEnd
        return try await writeSettled(number) { [viewer] tx, id, before in
            if let done = try tx.step(request: wish.requestID, of: id, after: wish.step) {
                return try tx.reply(to: wish, done, in: id)
            }
            if let refusal = Refusal.closed(before.draft.state) { throw refusal }
            guard let turn = try turn(before.draft, id, tx), turn.step == wish.step else {
                throw Refusal.stepChanged
            }
            return try tx.reply(
                to: wish, tx.apply(turn, wish, to: id, by: viewer, until: end), in: id)
        }
    }
}

/// What one step back or forth does.
private struct Turn {
    let step: Int
    let operations: [Edit.Operation]
    /// The steps that are undone and done again next; 0: none.
    let undo: Int
    let redo: Int
    /// The step is undone by this, and this was the one to do again before; nil when it is done again.
    let undoneBefore: Int?

    static func undoing(_ draft: Draft, _ id: DraftID, in tx: any Transaction) throws -> Turn? {
        guard let step = try draft.undo.flatMap({ try tx.step($0, of: id) }) else { return nil }
        return Turn(
            step: step.revision, operations: try StepText.operations(in: step.backward),
            undo: step.previous, redo: step.revision, undoneBefore: draft.redo ?? 0)
    }

    static func redoing(_ draft: Draft, _ id: DraftID, in tx: any Transaction) throws -> Turn? {
        guard let step = try draft.redo.flatMap({ try tx.step($0, of: id) }),
            let undoing = try tx.step(step.undoneBy, of: id)
        else { return nil }
        return Turn(
            step: step.revision, operations: try StepText.operations(in: undoing.backward),
            undo: step.revision, redo: step.undoneBefore, undoneBefore: nil)
    }
}

extension Transaction {
    fileprivate func apply(
        _ turn: Turn, _ wish: Reversal, to id: DraftID, by viewer: Viewer, until end: Timestamp
    ) throws -> DraftStep {
        guard
            let revision = try beginReversal(
                of: id, undo: turn.undo, redo: turn.redo, until: end)
        else { throw Refusal.noSuchDraft }
        var editor = DraftEditor(self, id, by: viewer, revision: revision)
        // Nobody can have changed these rows after the last step.
        try editor.load(turn.operations.compactMap(\.position), read: revision)
        for operation in turn.operations { try editor.apply(operation, nil) }
        try editor.finish()
        try ViewMoves(deleted: editor.deleted, came: editor.restored, added: []).apply(
            to: id, in: self)
        let isUndone = turn.undoneBefore != nil
        try setUndone(
            turn.step, of: id, by: isUndone ? revision : 0, before: turn.undoneBefore ?? 0)
        let step = DraftStep(turn.operations, wish.requestID, by: editor)
        try add(step, to: id)
        return step
    }

    fileprivate func reply(
        to wish: Reversal, _ step: DraftStep, in id: DraftID
    ) throws -> EditReply {
        let operations = try StepText.operations(in: step.forward)
        let edit = Edit(
            requestID: wish.requestID, revision: step.revision, operations: operations,
            view: wish.view, ranges: wish.ranges)
        var reply = try reply(to: edit, StepReply(step.reply), made: step.revision, in: id)
        let first = try operations.compactMap(\.position).min().flatMap { try row(at: $0, of: id) }
        reply.row = first.flatMap { $0.state == .here ? $0.number : nil }
        return reply
    }
}

extension DraftStep {
    /// A step back or forth; nobody undoes it, but its opposite does.
    fileprivate init(
        _ operations: [Edit.Operation], _ requestID: String, by editor: DraftEditor
    ) {
        self.init(
            revision: editor.revision, request: requestID, label: StepText.label(of: operations),
            forward: operations.map(StepText.of).joined(separator: "\n"),
            backward: editor.undoing.reversed().joined(separator: "\n"),
            reply: StepReply(moved: editor.moves, added: []).text, previous: 0)
    }
}
