package import Directory

extension Transaction {
    /// Ends the transaction unless the viewer may read the letters of a house without SMTP. Whoever
    /// reads a letter can register in its user's place: so it is the admins of the account's partner
    /// who may, those of an account without a partner, and the operator.
    ///
    /// - Throws: `Refusal` with `notFound`.
    package func requireMailbox(of account: ID<Account>, by viewer: Viewer) throws {
        guard case .user(let user, let home) = viewer else {
            return try requireAdministration(of: account, by: viewer)
        }
        let allowed = try first(
            """
            SELECT 1 FROM users u JOIN accounts a ON a.id = \(account)
            WHERE u.account_id = \(home) AND u.id = \(user) AND u.role = 'account_admin'
                AND coalesce(a.partner_id, a.id) = u.account_id
            """
        ) { _ in true }
        guard allowed == true else { throw Refusal.noSuchPage }
    }
}
