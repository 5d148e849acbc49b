import Directory
import Synchronization

/// A clock that stands still until it is turned.
final class HandClock: Sendable {
    /// 2026-11-23 09:00 UTC, in milliseconds.
    private let time = Mutex<Int64>(1_795_424_400_000)

    var wall: WallClock {
        WallClock { [self] in now }
    }

    var now: Timestamp {
        time.withLock { Timestamp($0) }
    }

    func turn(seconds: Int64) {
        time.withLock { $0 += seconds * 1000 }
    }

    func turn(minutes: Int64) {
        turn(seconds: minutes * 60)
    }
}
