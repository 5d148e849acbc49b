/// What is known of the newest Welcome email to a user. Stored as a number.
package enum WelcomeState: Int64, Sendable, CaseIterable {
    case notSent = 0
    /// It waits for its turn, or is being sent.
    case waiting = 1
    case sent = 2
    case failed = 3
    /// The connection was lost at the last step: the email may have arrived or not.
    case unknown = 4

    /// Stable, the same in API and pages.
    package var code: String {
        switch self {
        case .notSent: "not_sent"
        case .waiting: "waiting"
        case .sent: "sent"
        case .failed: "failed"
        case .unknown: "unknown"
        }
    }
}

/// Which users a list holds, by where they are on their way in.
package enum WelcomeFilter: String, Sendable, CaseIterable {
    case notSent = "not_sent"
    case waiting
    /// The email was sent; they have not registered yet.
    case sent
    case registered
    case failed
    case unknown
}
