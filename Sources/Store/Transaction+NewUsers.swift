import Directory
import Imports

extension Transaction {
    /// Adds users for clean rows; those whose address is taken, or who are there already, are left
    /// out. What is searched and sorted is made in Swift, so the rows pass through here.
    func insertUsers(
        _ rows: [(row: StoredRow, user: Int64)], of draft: DraftID, at now: Timestamp
    ) throws {
        var place = 0
        try insertMany(into: "users", columns: NewUser.columns, meeting: .keepsFirst) { columns in
            guard place < rows.count else { return false }
            let (row, user) = rows[place]
            NewUser(row, id: user).bind(to: columns, draft, at: now)
            place += 1
            return true
        }
    }
}

/// A user as a clean row makes it: not registered, without a password.
private struct NewUser {
    let row: StoredRow
    let id: Int64

    init(_ row: StoredRow, id: Int64) {
        self.row = row
        self.id = id
    }

    static let columns: [StaticString] = [
        "account_id", "id", "email", "email_key", "first_name", "last_name", "name",
        "display_name", "sort_key", "search_key", "role", "draft_no", "draft_position",
        "created_at", "changed_at",
    ]

    func bind(to columns: any Binder, _ draft: DraftID, at now: Timestamp) {
        let fields = UserFields(
            row.row, email: EmailAddress(text: row.row.email, key: row.emailKey ?? ""),
            role: Role(title: row.row.role) ?? .user)
        columns.bind(draft.account.value)
        columns.bind(id)
        columns.bind(fields.email.text)
        columns.bind(fields.email.key)
        columns.bind(fields.firstName)
        columns.bind(fields.lastName)
        columns.bind(fields.name)
        columns.bind(fields.displayName)
        columns.bind(fields.sortKey)
        columns.bind(fields.searchKey)
        columns.bind(fields.role.rawValue)
        columns.bind(Int64(draft.number))
        columns.bind(Int64(row.position))
        columns.bind(now.milliseconds)
        columns.bind(now.milliseconds)
    }
}
