import Desk
import Directory
import HTTPTypes
import Hummingbird
import HummingbirdCore

extension Visit where Pass == Void {
    init(_ request: Request, _ doorway: Doorway, _ rules: GateRules, _ room: SpoolRoom) {
        self.request = request
        origin = Origin(
            source: rules.source(request.headers, from: doorway.sourceAddress),
            agent: String((request.headers[.userAgent] ?? "").prefix(200)))
        token = SessionCookie(rules).token(in: request.headers[values: .cookie])
        pass = ()
        self.doorway = doorway
        self.rules = rules
        self.room = room
    }

    /// Refuses a write that a page of another site may have caused, before anything of it is read.
    func checkOrigin() throws {
        guard request.method != .get, request.method != .head else { return }
        let house = rules.publicURL ?? "http://\(request.head.authority ?? "")"
        let caller = Provenance(request.headers)
        guard caller.isSameOrigin(as: house) else { throw Refusal.crossSite }
    }

    /// Refuses a body that announces more than the route takes.
    func checkLength(for body: Route.Body) throws {
        let limit = rules.limit(for: body)
        guard let text = request.headers[.contentLength] else { return }
        guard let length = Int(text), length <= limit else {
            throw Refusal.tooLarge(limit, for: body)
        }
    }
}

extension Visit {
    func session(at front: FrontDesk) async throws -> Session? {
        guard let token else { return nil }
        return try await front.session(token: token)
    }

    func neededSession(at front: FrontDesk) async throws -> Session {
        guard let session = try await session(at: front) else { throw Refusal.signInNeeded }
        return session
    }

    /// The pass for the account in the address.
    func neededDesk(at front: FrontDesk) async throws -> AccountPass {
        guard let account = ID<Account>(text: parameter("account")) else {
            _ = try await neededSession(at: front)
            throw Refusal.noSuchAccount
        }
        guard let token, let found = try await front.session(token: token, at: account) else {
            throw Refusal.signInNeeded
        }
        guard let desk = found.desk else { throw Refusal.noSuchAccount }
        return AccountPass(session: found.session, desk: desk)
    }
}

extension GateRules {
    func limit(for body: Route.Body) -> Int {
        switch body {
        case .small: bodyBytes
        case .spreadsheet: spreadsheetBytes
        }
    }
}
