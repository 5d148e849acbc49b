import Directory
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging

/// Around all routes: what can't be let in, and every error on its way out.
struct Threshold<Inner: HTTPResponder<Doorway>>: HTTPResponder {
    let routes: [Route]
    let rules: GateRules
    private let room: SpoolRoom
    let page: TroublePage
    let inner: Inner
    /// The requests that proxies have brought and that aren't answered yet.
    private let crowd: Census

    init(routes: [Route], rules: GateRules, page: @escaping TroublePage, inner: Inner) {
        self.routes = routes
        self.rules = rules
        // Nobody uploads anything to a page of trouble.
        room = SpoolRoom(bytes: 0)
        self.page = page
        self.inner = inner
        crowd = Census(total: .max, perSource: rules.connectionsPerSource)
    }

    func respond(to request: Request, context doorway: Doorway) async throws -> Response {
        let response: Response
        do {
            response = try await admit(request, doorway)
        } catch {
            response = render(trouble(error, doorway), request, doorway)
        }
        return request.method == .head ? response.createHeadResponse() : response
    }

    /// Connections are counted where they begin, but a proxy's bring many callers.
    private func admit(_ request: Request, _ doorway: Doorway) async throws -> Response {
        guard rules.isProxy(doorway.sourceAddress) else {
            return try await route(request, doorway)
        }
        let source = rules.source(request.headers, from: doorway.sourceAddress)
        guard crowd.enter(source) else { throw Refusal.crowded }
        defer { crowd.leave(source) }
        return try await route(request, doorway)
    }

    private func route(_ request: Request, _ doorway: Doorway) async throws -> Response {
        guard let host = request.head.authority, !host.isEmpty else { throw Refusal.hostMissing }
        let response = try await inner.respond(to: request, context: doorway)
        // Handlers throw refusals, so this one is the router's own.
        guard response.status == .notFound else { return response }
        throw methods(at: request).isEmpty ? Refusal.noSuchPage : Refusal.methodNotAllowed
    }

    private func trouble(_ error: any Error, _ doorway: Doorway) -> Trouble {
        if let refusal = error as? Refusal { return .refused(refusal) }
        doorway.logger.error(
            "A request failed", metadata: ["error": "\(String(reflecting: error))"])
        return .fault(id: doorway.id)
    }

    private func render(_ trouble: Trouble, _ request: Request, _ doorway: Doorway) -> Response {
        let visit = Visit(request, doorway, rules, room)
        var response =
            if request.uri.path.hasPrefix("/api/") {
                Response.problem(trouble)
            } else {
                page(trouble, visit)
            }
        if case .refused(let refusal) = trouble {
            response.headers[.retryAfter] = refusal.retryAfter.map { String($0) }
            if refusal.code == .methodNotAllowed {
                response.headers[.allow] = methods(at: request).joined(separator: ", ")
            }
        }
        return response
    }

    private func methods(at request: Request) -> [String] {
        let parts = request.uri.path.split(separator: "/")
        let methods = Set(routes.filter { $0.matches(parts) }.map(\.method))
        return methods.union(methods.contains(.get) ? [.head] : []).map(\.rawValue).sorted()
    }
}
