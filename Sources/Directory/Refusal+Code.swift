extension Refusal {
    /// Stable names, the same in API, command line and pages. The status each is answered with stands in `Gate`.
    package enum Code: String, Sendable, CaseIterable {
        // Who is calling
        case signInNeeded = "sign_in_needed"
        case signInWrong = "sign_in_wrong"
        case tooManyAttempts = "too_many_attempts"
        case busy
        case notFound = "not_found"
        case crossSite = "cross_site"
        // The request
        case malformedRequest = "malformed_request"
        case unknownKey = "unknown_key"
        case wrongValue = "wrong_value"
        case tooLarge = "too_large"
        case methodNotAllowed = "method_not_allowed"
        case unsupportedMediaType = "unsupported_media_type"
        // Accounts and users
        case accountNameTaken = "account_name_taken"
        case emailTaken = "email_taken"
        case lastAdmin = "last_admin"
        case userChanged = "user_changed"
        case applicationLimit = "application_limit"
        case passwordWrong = "password_wrong"
        case passwordTooWeak = "password_too_weak"
        // Welcome emails and registration
        case selectionChanged = "selection_changed"
        case requestReused = "request_reused"
        case invitationUsed = "invitation_used"
        case invitationExpired = "invitation_expired"
        // Files
        case fileUnreadable = "file_unreadable"
        case fileEmpty = "file_empty"
        case fileDamaged = "file_damaged"
        case filePasswordProtected = "file_password_protected"
        case fileTooLarge = "file_too_large"
        case fileTooManyRows = "file_too_many_rows"
        case fileDoctype = "file_doctype"
        case fileTimeout = "file_timeout"
        case headingsMissing = "headings_missing"
        case headingRepeated = "heading_repeated"
        case uploadInterrupted = "upload_interrupted"
        // Drafts
        case draftKeyReused = "draft_key_reused"
        case draftLimit = "draft_limit"
        case draftClosed = "draft_closed"
        case draftCommitting = "draft_committing"
        case draftExpired = "draft_expired"
        case nothingToCommit = "nothing_to_commit"
        case versionMissing = "version_missing"
        case rowChanged = "row_changed"
        case stepChanged = "step_changed"
    }
}
