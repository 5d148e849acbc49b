package import Directory

/// What everybody may do: look after the own name and password.
package struct ProfileDesk: Sendable {
    let office: Office
    let viewer: Viewer

    package func user() async throws -> User {
        unbuilt()
    }

    /// - Throws: `Refusal` with `wrongValue` and the field, or `userChanged` when `version` is an old one.
    package func rename(
        firstName: String, lastName: String, name: String, version: Int
    ) async throws -> User {
        unbuilt()
    }

    /// Ends the user's other sessions; `keeping` is the secret of the one that stays.
    /// - Throws: `Refusal` with `passwordWrong` or `passwordTooWeak`, `tooManyAttempts`, `busy`.
    package func changePassword(
        from old: String, to new: String, keeping token: String, origin: Origin
    ) async throws {
        unbuilt()
    }
}
