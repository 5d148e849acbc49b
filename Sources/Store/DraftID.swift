package import Directory

/// Which draft. Numbers count in each account.
package struct DraftID: Sendable, Hashable {
    package let account: ID<Account>
    package let number: Int

    package init(account: ID<Account>, number: Int) {
        self.account = account
        self.number = number
    }

    /// The condition that finds the draft in `drafts`.
    var itself: SQL { "account_id = \(account) AND no = \(number)" }
    /// The condition that finds what belongs to it in the other tables.
    var its: SQL { "account_id = \(account) AND draft_no = \(number)" }
}
