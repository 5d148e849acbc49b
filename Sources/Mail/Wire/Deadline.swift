/// By when something must have happened.
struct Deadline {
    private let end: ContinuousClock.Instant
    let seconds: Double

    init(within seconds: Double) {
        self.seconds = seconds
        end = .now + .seconds(seconds)
    }

    /// Milliseconds that are left, as `poll` wants them.
    var milliseconds: Int32 {
        let left = end - .now
        let (seconds, attoseconds) = left.components
        guard seconds >= 0, attoseconds >= 0 else { return 0 }
        return Int32(min(seconds * 1000 + attoseconds / 1_000_000_000_000_000 + 1, 3_600_000))
    }
}
