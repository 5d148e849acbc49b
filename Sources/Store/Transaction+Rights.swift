package import Directory

extension Transaction {
    /// Ends the transaction unless the viewer may administer the account: its own admins may,
    /// those of its partner, and the operator.
    ///
    /// - Throws: `Refusal` with `notFound`, the same for a foreign account and an absent one.
    package func requireAdministration(of account: ID<Account>, by viewer: Viewer) throws {
        let allowed =
            switch viewer {
            case .commandLine:
                try first("SELECT 1 FROM accounts WHERE id = \(account)") { _ in true }
            case .user(let user, let home):
                try first(
                    """
                    SELECT 1 FROM users u JOIN accounts a ON a.id = \(account)
                    WHERE u.account_id = \(home) AND u.id = \(user) AND u.role = 'account_admin'
                        AND (a.id = u.account_id OR a.partner_id = u.account_id)
                    """
                ) { _ in true }
            }
        guard allowed == true else { throw Refusal.noSuchAccount }
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
