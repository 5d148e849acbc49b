import Glibc

/// By when something must have happened.
struct Deadline {
    let seconds: Double
    /// Nanoseconds of a clock that nobody sets.
    private let end: Int

    init(within seconds: Double) {
        self.seconds = seconds
        end = Self.now + Int(seconds * 1e9)
    }

    /// Milliseconds that are left, as `poll` wants them.
    var milliseconds: Int32 {
        let left = end - Self.now
        return left < 0 ? 0 : Int32(min(left / 1_000_000 + 1, 3_600_000))
    }

    private static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}
