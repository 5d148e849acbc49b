package import Gate

/// The JSON API: docs/api.md is its contract.
package enum API {
    static let root = "/api/v1"
    static let accounts = "\(root)/accounts"
    static let account = "\(accounts)/{account}"
    static let users = "\(account)/users"
    static let user = "\(users)/{user}"
    static let drafts = "\(account)/drafts"
    /// Named by a key when a spreadsheet is put there, and by its number afterwards.
    static let draft = "\(drafts)/{draft}"

    package static func addRoutes(to door: Door) {
        addSession(to: door)
        addProfile(to: door)
        addAccounts(to: door)
        addUsers(to: door)
        addDrafts(to: door)
        addRows(to: door)
        addTemplate(to: door)
    }
}
