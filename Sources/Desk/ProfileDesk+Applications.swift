package import Directory
import Store

extension ProfileDesk {
    /// What the viewer finds on the own page: the partner's first, then those of the own account.
    /// - Throws: `Refusal` with `signInNeeded` when the user is no longer there.
    package func applications() async throws -> ApplicationLists {
        try await office.database.read { [viewer] tx in
            let user = try tx.requireSelf(viewer)
            guard let account = try tx.account(user.account) else { throw Refusal.noSuchAccount }
            return try tx.applications(in: account)
        }
    }
}
