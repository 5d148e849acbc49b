import Directory

/// When a letter that wasn't taken is tried again, and when it is given up.
struct RetryDelays: Sendable {
    /// Times as long as the first pause: after the first attempt, the second, and so on; then always
    /// the last.
    private static let ladder: [Int64] = [1, 5, 15, 30, 60]

    let hours: Int64
    /// Seconds.
    let first: Int64
    /// From 0 to 1, so that many letters don't come back at the same moment.
    let chance: @Sendable () -> Double

    /// nil when it has been tried for long enough.
    func next(after attempts: Int, since begin: Timestamp, at now: Timestamp) -> Timestamp? {
        let step = Self.ladder[min(max(attempts, 1), Self.ladder.count) - 1] * first
        let delay = Int64(Double(step * 1000) * (0.8 + 0.4 * chance()))
        let next = Timestamp(now.milliseconds + delay)
        return next <= begin.adding(seconds: hours * 3600) ? next : nil
    }
}
