/// A declined request: what was refused and what to do, in words that a person reads.
///
/// Bad rows are not refusals (they are `Issues`), and faults are neither: those are logged and never shown.
package struct Refusal: Error, Sendable, Equatable {
    package let code: Code
    /// One sentence: what is the matter.
    package let message: String
    /// One sentence: what to do about it; may be empty.
    package let remedy: String
    /// The form field or JSON key that the refusal is about.
    package var field: String?
    /// Seconds until a new attempt makes sense.
    package var retryAfter: Int?
    /// For `rowChanged`: the positions that somebody else changed meanwhile.
    package var positions: [Int] = []

    package init(
        _ code: Code, _ message: String, remedy: String = "", field: String? = nil,
        retryAfter: Int? = nil
    ) {
        self.code = code
        self.message = message
        self.remedy = remedy
        self.field = field
        self.retryAfter = retryAfter
    }
}
