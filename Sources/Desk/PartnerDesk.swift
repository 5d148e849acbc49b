package import Directory
import Store

/// What an admin of a partner may do: see its customer accounts and add one.
package struct PartnerDesk: Sendable {
    let office: Office
    let viewer: Viewer
    package let partner: ID<Account>

    /// The customer accounts whose name contains `search` (letter case and accents make no difference), by name.
    /// - Throws: `Refusal` with `wrongValue` for a page mark that was never given out.
    package func accounts(search: String, after: PageMark?, limit: Int) async throws -> AccountPage
    {
        let place = try after?.place()
        let limit = ListLimit.clamped(limit)
        let part = FoldedText(of: search).value
        let (found, total) = try await office.database.read { [partner, viewer] tx in
            try tx.requirePartner(partner, by: viewer)
            return (
                try tx.accounts(of: partner, search: part, after: place, limit: limit + 1),
                try tx.accountCount(of: partner, search: part)
            )
        }
        let next = found.count > limit ? PageMark(found[limit - 1].place) : nil
        return AccountPage(
            lines: found.prefix(limit).map(AccountLine.init), total: total, next: next)
    }

    /// - Throws: `Refusal` with `wrongValue` (field `name`) or `accountNameTaken`.
    package func addAccount(name: String) async throws -> Account {
        let name = try AccountName(name)
        let now = office.clock.now()
        return try await office.database.write { [partner, viewer] tx in
            try tx.requirePartner(partner, by: viewer)
            return try tx.addAccount(name, partner: partner, at: now)
        }
    }
}

extension AccountLine {
    fileprivate init(_ summary: AccountSummary) {
        self.init(
            account: summary.account, admin: summary.admin, lastImport: summary.lastImport,
            hasUnfinishedImport: summary.hasUnfinishedImport)
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
