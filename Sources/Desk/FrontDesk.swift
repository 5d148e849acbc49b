package import Directory
import Store

/// The way in: signs people in and out, and hands out desks.
package struct FrontDesk: Sendable {
    let office: Office

    package init(office: Office) {
        self.office = office
    }

    /// The desk of an account that the viewer administers.
    /// - Throws: `Refusal` with `notFound` for every other account, there or not.
    package func desk(for viewer: Viewer, at account: ID<Account>) async throws -> AccountDesk {
        let found = try await office.database.read { tx in
            try tx.account(account, administeredBy: viewer)
        }
        guard let account = found else { throw Refusal.noSuchAccount }
        return AccountDesk(office: office, viewer: viewer, account: account)
    }

    /// - Throws: `Refusal` with `notFound` unless the viewer is an admin of a partner.
    package func partnerDesk(for viewer: Viewer) async throws -> PartnerDesk {
        guard case .user(_, of: let partner) = viewer else { throw Refusal.noSuchPage }
        try await office.database.read { try $0.requirePartner(partner, by: viewer) }
        return PartnerDesk(office: office, viewer: viewer, partner: partner)
    }

    package func profileDesk(for session: Session) -> ProfileDesk {
        ProfileDesk(office: office, viewer: session.viewer)
    }
}
