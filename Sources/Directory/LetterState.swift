/// Where a letter is on its way. Stable names, the same in API and tables.
package enum LetterState: String, Sendable, CaseIterable {
    case queued
    /// A courier has it, and nothing that counts has gone out.
    case sending
    /// The body is out; the final dot may be.
    case bodySent = "body_sent"
    case sent
    case failed
    /// The final dot may have gone out, and no answer came.
    case unknown
    /// It went out of date before it was sent.
    case cancelled
}
