@testable import Desk

extension FrontDesk {
    /// From nowhere in particular.
    @discardableResult
    func accept(_ token: String, password: String) async throws -> Session? {
        try await accept(token, password: password, from: .home)?.session
    }
}
