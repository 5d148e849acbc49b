package import Desk
import Directory

/// The pass of somebody of whom nothing is known yet, before an account's desk: whether they may do
/// the one thing that they ask for is found out in the moment in which it is done.
package struct Doorstep: Sendable {
    fileprivate let front: FrontDesk

    init(_ front: FrontDesk) {
        self.front = front
    }
}

extension Visit where Pass == Doorstep {
    /// The edit's reply, or nil if nothing was done and `enter` has to tell why.
    package func edit(_ number: Int, _ edit: Edit) async throws -> EditReply? {
        guard let token, let account = ID<Account>(text: parameter("account")) else { return nil }
        return try await pass.front.edit(token: token, at: account, draft: number, edit)
    }

    /// - Throws: `Refusal` with `signInNeeded` or `notFound`.
    package func enter() async throws -> Visit<AccountPass> {
        with(try await neededDesk(at: pass.front))
    }
}
