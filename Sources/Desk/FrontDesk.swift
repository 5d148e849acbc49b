package import Directory

/// The way in: signs people in and out, and hands out desks.
package struct FrontDesk: Sendable {
    let office: Office

    package init(office: Office) {
        self.office = office
    }

    /// Signs in; `account` chooses when the address has several.
    /// - Throws: `Refusal` with `signInWrong` (one sentence for every way of being wrong), `tooManyAttempts`, `busy`.
    package func signIn(
        email: String, password: String, account: ID<Account>?, from origin: Origin
    ) async throws -> SignIn {
        unbuilt()
    }

    /// The session that a cookie's secret stands for; nil when it ended. Counts as activity.
    package func session(token: String) async throws -> Session? {
        unbuilt()
    }

    package func signOut(token: String) async throws {
        unbuilt()
    }

    /// The desk of an account that the viewer administers.
    /// - Throws: `Refusal` with `notFound` for every other account, there or not.
    package func desk(for viewer: Viewer, at account: ID<Account>) async throws -> AccountDesk {
        unbuilt()
    }

    /// - Throws: `Refusal` with `notFound` unless the viewer is an admin of a partner.
    package func partnerDesk(for viewer: Viewer) async throws -> PartnerDesk {
        unbuilt()
    }

    package func profileDesk(for session: Session) -> ProfileDesk {
        ProfileDesk(office: office, viewer: session.viewer)
    }
}

func unbuilt() -> Never {
    fatalError("not built yet")
}
