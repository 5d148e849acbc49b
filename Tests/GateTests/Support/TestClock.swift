import Directory
import Synchronization

/// A clock that tests turn by hand.
final class TestClock: Sendable {
    private let time = Mutex(Timestamp(1_795_000_000_000))

    var wall: WallClock {
        WallClock { self.time.withLock { $0 } }
    }

    func advance(hours: Int64) {
        time.withLock { $0 = $0.adding(seconds: hours * 3600) }
    }
}
