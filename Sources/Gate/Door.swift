package import Desk
import Directory
package import HTTPTypes
package import Hummingbird

/// Every way into the house: routes are added here, each saying whom it lets in.
package final class Door {
    /// What was added, in that order.
    package private(set) var routes: [Route] = []
    private let router = Router(context: Doorway.self, options: .autoGenerateHeadEndpoints)
    /// Where sessions and desks come from.
    package let front: FrontDesk
    private let rules: GateRules
    private let room: SpoolRoom

    package init(front: FrontDesk, rules: GateRules) {
        self.front = front
        self.rules = rules
        room = SpoolRoom(bytes: rules.spoolBytes)
    }

    /// A route that looks up no session.
    package func open(
        _ method: HTTPRequest.Method, _ path: String,
        use handler: @escaping @Sendable (Visit<Void>) async throws -> Response
    ) {
        add(Route(method: method, path: path, need: .nothing, body: .small)) { visit in
            try await handler(visit)
        }
    }

    package func anyone(
        _ method: HTTPRequest.Method, _ path: String,
        use handler: @escaping @Sendable (Visit<Anyone>) async throws -> Response
    ) {
        let front = front
        add(Route(method: method, path: path, need: .anyone, body: .small)) { visit in
            try await handler(visit.with(Anyone(session: visit.session(at: front))))
        }
    }

    package func session(
        _ method: HTTPRequest.Method, _ path: String,
        use handler: @escaping @Sendable (Visit<Session>) async throws -> Response
    ) {
        let front = front
        add(Route(method: method, path: path, need: .session, body: .small)) { visit in
            try await handler(visit.with(visit.neededSession(at: front)))
        }
    }

    package func partner(
        _ method: HTTPRequest.Method, _ path: String,
        use handler: @escaping @Sendable (Visit<PartnerPass>) async throws -> Response
    ) {
        let front = front
        add(Route(method: method, path: path, need: .partner, body: .small)) { visit in
            let session = try await visit.neededSession(at: front)
            let desk = try await front.partnerDesk(for: session.viewer)
            return try await handler(visit.with(PartnerPass(session: session, desk: desk)))
        }
    }

    /// A route whose path has `{account}`.
    package func account(
        _ method: HTTPRequest.Method, _ path: String, body: Route.Body = .small,
        use handler: @escaping @Sendable (Visit<AccountPass>) async throws -> Response
    ) {
        let front = front
        add(Route(method: method, path: path, need: .account, body: body)) { visit in
            try await handler(visit.with(visit.neededDesk(at: front)))
        }
    }

    /// Like `account`, for the one thing that is done so often that a second look at the database
    /// counts: its handler lets in whom it has to.
    package func doorstep(
        _ method: HTTPRequest.Method, _ path: String,
        use handler: @escaping @Sendable (Visit<Doorstep>) async throws -> Response
    ) {
        let front = front
        add(Route(method: method, path: path, need: .account, body: .small)) { visit in
            try await handler(visit.with(Doorstep(front)))
        }
    }

    /// The finished door. `page` renders what went wrong for everything that isn't the API.
    package func responder(page: @escaping TroublePage) -> some HTTPResponder<Doorway> {
        Threshold(
            routes: routes, rules: rules, page: page, inner: router.buildResponder())
    }

    private func add(
        _ route: Route,
        _ handler: @escaping @Sendable (Visit<Void>) async throws -> Response
    ) {
        routes.append(route)
        let rules = rules
        let room = room
        router.on(RouterPath(route.path), method: route.method) { request, doorway in
            let visit = Visit(request, doorway, rules, room)
            try visit.checkOrigin()
            try visit.checkLength(for: route.body)
            return try await handler(visit)
        }
    }
}
