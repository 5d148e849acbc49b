package import Directory
import Imports
import Store

/// What everybody may do: look after the own name and password.
package struct ProfileDesk: Sendable {
    let office: Office
    let viewer: Viewer

    /// - Throws: `Refusal` with `signInNeeded` when the user is no longer there.
    package func user() async throws -> User {
        try await office.database.read { [viewer] in try $0.requireSelf(viewer) }
    }

    /// - Throws: `Refusal` with `wrongValue` and the field, or `userChanged` when `version` is an old one.
    package func rename(
        firstName: String, lastName: String, name: String, version: Int
    ) async throws -> User {
        let row = try Self.named(Row(firstName: firstName, lastName: lastName, name: name))
        let now = office.clock.now()
        return try await office.database.write { [viewer] tx in
            let known = try tx.requireSelf(viewer)
            try tx.lockUsers(of: known.account)
            let user = try tx.requireUser(known.id, version: version, in: known.account)
            let key = try tx.emailKey(of: user.id, in: user.account) ?? ""
            let fields = UserFields(
                row, email: EmailAddress(text: user.email, key: key), role: user.role)
            _ = try tx.updateUser(user.id, in: user.account, to: fields, at: now)
            try tx.settleOpenDrafts(of: user.account, forKeys: [])
            return try tx.requireSelf(viewer)
        }
    }

    /// The names as they are kept, by the rules for a row of an import.
    private static func named(_ written: Row) throws(Refusal) -> Row {
        let judgement = RowRules().judge(written)
        let issues = judgement.issues.intersection([.nameMissing, .nameTooLong])
        if let words = IssueWords.all(for: issues, of: judgement.row).first {
            throw Refusal(
                .wrongValue, "\(words.status).", remedy: words.card, field: words.field.key)
        }
        return judgement.row
    }
}

extension Transaction {
    /// The viewer's own entry.
    func requireSelf(_ viewer: Viewer) throws -> User {
        guard case .user(let id, of: let account) = viewer, let user = try user(id, in: account)
        else {
            throw Refusal(.signInNeeded, "You are signed out.", remedy: "Sign in again.")
        }
        return user
    }
}
