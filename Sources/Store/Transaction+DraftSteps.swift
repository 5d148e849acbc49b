package import Directory

/// What one request did, kept so that it isn't done twice and can be undone.
package struct DraftStep: Sendable {
    /// The revision that it made.
    package let revision: Int
    package let request: String
    package let label: String
    package let forward: String
    package let backward: String
    package let reply: String
    /// The step that is undone after this one; 0 if there is none.
    package let previous: Int
    /// The step that undid it; 0 if it stands.
    package let undoneBy: Int
    /// Of an undone step: the one that *Redo* does after it; 0 if there is none.
    package let undoneBefore: Int

    package init(
        revision: Int, request: String, label: String, forward: String, backward: String,
        reply: String, previous: Int, undoneBy: Int = 0, undoneBefore: Int = 0
    ) {
        self.revision = revision
        self.request = request
        self.label = label
        self.forward = forward
        self.backward = backward
        self.reply = reply
        self.previous = previous
        self.undoneBy = undoneBy
        self.undoneBefore = undoneBefore
    }
}

extension Transaction {
    package func add(_ step: DraftStep, to draft: DraftID) throws {
        try run(
            """
            INSERT INTO draft_steps (account_id, draft_no, step, request_id, label, forward,
                backward, reply, previous)
            VALUES (\(draft.account), \(draft.number), \(step.revision), \(step.request),
                \(step.label), \(step.forward), \(step.backward), \(step.reply),
                \(step.previous))
            """)
    }

    /// What a request did, if it did so after a revision.
    package func step(
        request: String, of draft: DraftID, after revision: Int
    ) throws -> DraftStep? {
        try first(
            """
            SELECT \(DraftStep.columns) FROM draft_steps
            WHERE \(draft.its) AND step > \(revision) AND request_id = \(request)
            """, DraftStep.init)
    }

    package func step(_ number: Int, of draft: DraftID) throws -> DraftStep? {
        try first(
            "SELECT \(DraftStep.columns) FROM draft_steps WHERE \(draft.its) AND step = \(number)",
            DraftStep.init)
    }

    /// Begins to undo a step or to do it again: holds the draft, counts its revision, and says which steps are the next
    /// ones. Nil unless it is open.
    package func beginReversal(
        of draft: DraftID, undo: Int, redo: Int, until end: Timestamp
    ) throws -> Int? {
        try first(
            """
            UPDATE drafts SET rev = rev + 1, undo_step = \(undo), redo_step = \(redo),
                expires_at = \(end)
            WHERE \(draft.itself) AND state = 'open' RETURNING rev
            """
        ) { Int($0.integer(0)) }
    }

    /// Notes what undid a step, and which one was undone before it; 0 and 0 when it is done again.
    package func setUndone(
        _ step: Int, of draft: DraftID, by undoing: Int, before: Int
    ) throws {
        try run(
            """
            UPDATE draft_steps SET undone_by = \(undoing), undone_before = \(before)
            WHERE \(draft.its) AND step = \(step)
            """)
    }

    /// Whether rows came or left after a revision.
    package func hasMoved(_ draft: DraftID, since revision: Int) throws -> Bool {
        try first(
            """
            SELECT 1 FROM draft_steps
            WHERE \(draft.its) AND step > \(revision) AND label <> 'set' LIMIT 1
            """
        ) { _ in true } ?? false
    }
}

extension DraftStep {
    fileprivate static let columns: SQL = """
        step, request_id, label, forward, backward, reply, previous, undone_by, undone_before
        """

    fileprivate init(_ row: any Columns) {
        self.init(
            revision: Int(row.integer(0)), request: row.text(1), label: row.text(2),
            forward: row.text(3), backward: row.text(4), reply: row.text(5),
            previous: Int(row.integer(6)), undoneBy: Int(row.integer(7)),
            undoneBefore: Int(row.integer(8)))
    }
}
