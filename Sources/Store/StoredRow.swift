package import Directory
package import Imports

/// A row of a draft as it is stored.
package struct StoredRow: Sendable, Equatable {
    package let position: Int
    package let number: Int
    package var row: Row
    /// What rows with the same address share; nil when there is no address or a malformed one.
    package var emailKey: String?
    package var issues: Issues
    package var hints: Hints
    package var state: DraftRow.State
    package var wasFaulty: Bool
    /// The revision in which a person last changed it, and who.
    package var editedRevision: Int
    package var editedBy: Viewer?
    /// The revision in which anything of it last changed.
    package var changedRevision: Int

    package init(
        position: Int, number: Int, row: Row, emailKey: String?, issues: Issues, hints: Hints,
        revision: Int, editedBy: Viewer? = nil
    ) {
        self.position = position
        self.number = number
        self.row = row
        self.emailKey = emailKey
        self.issues = issues
        self.hints = hints
        self.editedBy = editedBy
        state = .here
        wasFaulty = !issues.isEmpty
        editedRevision = editedBy == nil ? 0 : revision
        changedRevision = revision
    }

    package func shown(twin: Int?) -> DraftRow {
        DraftRow(
            position: position, number: number, row: row, issues: issues, hints: hints,
            state: state, wasFaulty: wasFaulty, twin: twin)
    }
}

extension StoredRow {
    static let columns: SQL = """
        position, row_no, first_name, last_name, name, email, role, email_key, issues, hints,
        state, was_faulty, edited_rev, edited_by, edited_home, changed_rev
        """

    static func read(_ columns: any Columns) -> StoredRow {
        var row = StoredRow(
            position: Int(columns.integer(0)), number: Int(columns.integer(1)),
            row: Row(
                firstName: columns.text(2), lastName: columns.text(3), name: columns.text(4),
                email: columns.text(5), role: columns.text(6)),
            emailKey: columns.isNull(7) ? nil : columns.text(7),
            issues: Issues(rawValue: Int(columns.integer(8))),
            hints: Hints(rawValue: Int(columns.integer(9))),
            revision: Int(columns.integer(15)))
        row.state = DraftRow.State(rawValue: columns.text(10)) ?? .deleted
        row.wasFaulty = columns.integer(11) != 0
        row.editedRevision = Int(columns.integer(12))
        row.editedBy = person(columns)
        return row
    }

    /// What makes a row look otherwise than at a revision: it changed, or the row that it names as
    /// its twin may have.
    func mayDiffer(since revision: Int) -> Bool {
        changedRevision > revision || issues.contains(.emailRepeated)
    }

    static func mayDiffer(since revision: Int) -> SQL {
        "(changed_rev > \(revision) OR issues & \(Issues.emailRepeated.rawValue) <> 0)"
    }

    /// Nobody, or the operator, is no user and no home.
    private static func person(_ columns: any Columns) -> Viewer? {
        if columns.integer(12) == 0 { return nil }
        if columns.isNull(13) { return .commandLine }
        return .user(ID(columns.integer(13)), of: ID(columns.integer(14)))
    }
}

extension Viewer {
    /// As the two columns of a person: both empty for the operator.
    var user: ID<User>? {
        if case .user(let user, _) = self { user } else { nil }
    }

    var home: ID<Account>? {
        if case .user(_, let home) = self { home } else { nil }
    }
}
