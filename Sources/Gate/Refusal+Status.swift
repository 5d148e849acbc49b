package import Directory
package import HTTPTypes

extension Refusal.Code {
    /// The status that a refusal is answered with: the table in docs/api.md, and a test compares the two.
    package var status: HTTPResponse.Status {
        switch self {
        case .malformedRequest: .badRequest
        case .signInNeeded, .signInWrong: .unauthorized
        case .crossSite: .forbidden
        case .notFound: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .accountNameTaken, .emailTaken, .lastAdmin, .draftKeyReused, .draftLimit,
            .draftClosed, .draftCommitting, .nothingToCommit, .selectionChanged, .requestReused,
            .stepChanged,
            .applicationLimit:
            .conflict
        case .draftExpired, .invitationUsed, .invitationExpired: .gone
        case .rowChanged, .userChanged: .preconditionFailed
        case .tooLarge, .fileTooLarge: .contentTooLarge
        case .unsupportedMediaType: .unsupportedMediaType
        case .unknownKey, .wrongValue, .passwordWrong, .passwordTooWeak, .fileUnreadable,
            .fileEmpty, .fileDamaged, .filePasswordProtected, .fileTooManyRows, .fileDoctype,
            .fileTimeout, .headingsMissing, .headingRepeated, .uploadInterrupted:
            .unprocessableContent
        case .versionMissing: .preconditionRequired
        case .tooManyAttempts: .tooManyRequests
        case .busy: .serviceUnavailable
        }
    }
}
