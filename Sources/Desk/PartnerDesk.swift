package import Directory

/// What an admin of a partner may do: see its customer accounts and add one.
package struct PartnerDesk: Sendable {
    let office: Office
    let viewer: Viewer
    package let partner: ID<Account>

    /// The customer accounts whose name contains `search` (letter case and accents make no difference), by name.
    package func accounts(search: String, after: PageMark?, limit: Int) async throws -> AccountPage
    {
        unbuilt()
    }

    /// - Throws: `Refusal` with `wrongValue` (field `name`) or `accountNameTaken`.
    package func addAccount(name: String) async throws -> Account {
        unbuilt()
    }
}

/// The place in a list where the next page begins: opaque outside the desk.
package struct PageMark: Sendable, Equatable {
    /// As it stands in addresses: letters and digits only.
    package let text: String

    package init(text: String) {
        self.text = text
    }
}

/// A part of the list of accounts.
package struct AccountPage: Sendable {
    package let lines: [AccountLine]
    /// How many match in all.
    package let total: Int
    package let next: PageMark?

    package init(lines: [AccountLine], total: Int, next: PageMark?) {
        self.lines = lines
        self.total = total
        self.next = next
    }
}

/// An account as the partner's list shows it.
package struct AccountLine: Sendable {
    package let account: Account
    /// The first of its Account Admins by name; empty when it has none.
    package let admin: String
    package let lastImport: Timestamp?
    package let hasUnfinishedImport: Bool

    package init(
        account: Account, admin: String, lastImport: Timestamp?, hasUnfinishedImport: Bool
    ) {
        self.account = account
        self.admin = admin
        self.lastImport = lastImport
        self.hasUnfinishedImport = hasUnfinishedImport
    }
}
