package import Directory
import Store

extension OperatorDesk {
    /// A link by which the first administrator registers, once: for whoever sits at the machine of a
    /// house in which nobody can sign in who may add others. It ends the one before.
    /// - Returns: nil if somebody can, or if there is no Account Admin at all.
    package func firstAdministrator() async throws -> FirstAdministrator? {
        let now = office.clock.now()
        let found = try await office.database.write { [rules = office.rules] tx in
            guard let user = try tx.loneAdministrator(), let account = try tx.account(user.account)
            else { return nil as (user: User, id: [UInt8], version: Int)? }
            let mailing = try tx.welcome("", of: account, by: nil, rules, at: now)
            guard let issued = try tx.invitation(by: mailing, for: user, at: now) else {
                return nil
            }
            return (user: user, id: issued.id, version: issued.version)
        }
        guard let found else { return nil }
        let token = InvitationToken(id: found.id, version: found.version, key: office.post.key)
        return FirstAdministrator(
            user: found.user, link: office.post.link(token.text, for: .welcome))
    }
}

/// Who registers first, and where.
package struct FirstAdministrator: Sendable {
    package let user: User
    package let link: String
}

extension Transaction {
    /// The first Account Admin of the first account that has one; nil as soon as one has registered.
    fileprivate func loneAdministrator() throws -> User? {
        var first: User?
        let admins = UserFilter(search: "", role: .accountAdmin, draft: nil)
        for account in try allAccounts() {
            let found = try users(in: account.id, admins, after: nil, limit: 1_000).map(\.user)
            if found.contains(where: { $0.registeredAt != nil }) { return nil }
            first = first ?? found.first
        }
        return first
    }
}
