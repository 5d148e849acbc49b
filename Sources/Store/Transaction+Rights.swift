package import Directory

extension Transaction {
    /// Ends the transaction unless the viewer may administer the account.
    ///
    /// - Throws: `Refusal` with `notFound`, the same for a foreign account and an absent one.
    package func requireAdministration(of account: ID<Account>, by viewer: Viewer) throws {
        guard try self.account(account, administeredBy: viewer) != nil else {
            throw Refusal.noSuchAccount
        }
    }

    /// The account, if the viewer may administer it: its own admins may, those of its partner, and
    /// the operator.
    package func account(_ id: ID<Account>, administeredBy viewer: Viewer) throws -> Account? {
        switch viewer {
        case .commandLine: try account(id)
        case .user(let user, let home):
            try first(
                """
                SELECT \(Account.columns) FROM users u JOIN accounts a ON a.id = \(id)
                WHERE u.account_id = \(home) AND u.id = \(user) AND u.role = 'account_admin'
                    AND (a.id = u.account_id OR a.partner_id = u.account_id)
                """, Account.read)
        }
    }
}

extension Transaction {
    /// Ends the transaction unless the viewer is an Account Admin of this account and it is a partner.
    ///
    /// - Throws: `Refusal` with `notFound`.
    package func requirePartner(_ partner: ID<Account>, by viewer: Viewer) throws {
        guard case .user(let id, of: partner) = viewer,
            try user(id, in: partner)?.role == .accountAdmin, try isPartner(partner)
        else { throw Refusal.noSuchPage }
    }
}
