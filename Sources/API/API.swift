package import Desk
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
        addApplications(to: door)
        addAccounts(to: door)
        addUsers(to: door)
        addWelcome(to: door)
        addResending(to: door)
        addMailbox(to: door)
        addInvitations(to: door)
        addDrafts(to: door)
        addRows(to: door)
        addTemplate(to: door)
    }

    /// A window of the list of all rows, as `GET …/rows` answers it.
    package static func window(_ window: RowWindow) -> [UInt8] {
        var json = JSONWriter()
        json.object { $0.members(of: window, view: 0) }
        return json.bytes
    }
}
