import Directory

/// How long to wait after so many failed attempts of one day.
///
/// One address from one source: two slips are free, then the waits grow to 15 minutes, and 100
/// failures end the day. A whole source (an office behind one address) is allowed twenty times that.
struct Throttle: Sendable {
    /// Failures before each step of the ladder: 1 for an address, 20 for a source.
    let allowance: Int

    static let address = Throttle(allowance: 1)
    static let source = Throttle(allowance: 20)

    /// Seconds after the third failure, the fourth, and so on.
    private static let ladder: [Int64] = [1, 3, 5, 10, 30, 60, 300, 900]
    private static let failuresADay = 100

    /// Until when the next attempt is declined, when `failures` were counted today.
    func end(after failures: Int, at now: Timestamp) -> Timestamp {
        if failures >= Self.failuresADay * allowance { return Day(of: now).end }
        let step = failures / allowance - 3
        guard step >= 0 else { return now }
        return now.adding(seconds: Self.ladder[min(step, Self.ladder.count - 1)])
    }

    static func refusal(until end: Timestamp, at now: Timestamp) -> Refusal {
        let seconds = max(1, Int((end.milliseconds - now.milliseconds + 999) / 1000))
        return Refusal(
            .tooManyAttempts, "Too many attempts.", remedy: "Try again in \(words(seconds)).",
            retryAfter: seconds)
    }

    private static func words(_ seconds: Int) -> String {
        switch seconds {
        case 1: "a second"
        case ..<60: "\(seconds) seconds"
        case ...60: "a minute"
        case ..<5400: "\((seconds + 59) / 60) minutes"
        default: "\((seconds + 3599) / 3600) hours"
        }
    }
}

/// A day of UTC.
struct Day: Sendable {
    let number: Int64

    init(of time: Timestamp) {
        number = time.milliseconds / 86_400_000
    }

    var end: Timestamp {
        Timestamp((number + 1) * 86_400_000)
    }
}

/// What is counted for one attempt: the address from this source, and the source.
/// Kept as hashes: they are of one length, and nobody's address can be read from them.
struct AttemptKeys: Sendable {
    let address: String
    let source: String

    init(address: String, source: String, at now: Timestamp) {
        let day = Day(of: now).number
        self.address = Self.key("address", day, source, address)
        self.source = Self.key("source", day, source, "")
    }

    private static func key(_ kind: String, _ day: Int64, _ source: String, _ address: String)
        -> String
    {
        let digest = Digest.sha256(Array("\(kind)\n\(day)\n\(source)\n\(address)".utf8))
        return digest.prefix(16).map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined()
    }
}
