@testable import Desk
import Directory
import Testing

struct ThrottleTests {
    /// A day's first second.
    private let morning = Timestamp(20_000 * 86_400_000)

    private func waits(_ throttle: Throttle, after failures: some Sequence<Int>) -> [Int64] {
        failures.map {
            (throttle.end(after: $0, at: morning).milliseconds - morning.milliseconds) / 1000
        }
    }

    @Test func theWaitsOfAnAddressGrowFromTheThirdFailureToFifteenMinutes() {
        #expect(
            waits(.address, after: 1...12) == [0, 0, 1, 3, 5, 10, 30, 60, 300, 900, 900, 900])
    }

    @Test func aSourceIsAllowedTwentyTimesAsMuch() {
        #expect(waits(.source, after: [59, 60, 79, 80, 200]) == [0, 1, 1, 3, 900])
    }

    @Test func aHundredFailuresEndTheDay() {
        let evening = morning.adding(seconds: 20 * 3600)

        #expect(Throttle.address.end(after: 99, at: evening) == evening.adding(seconds: 900))
        #expect(Throttle.address.end(after: 100, at: evening) == morning.adding(seconds: 86_400))
        #expect(Throttle.source.end(after: 2000, at: evening) == morning.adding(seconds: 86_400))
    }

    @Test(arguments: [
        (1, "Try again in a second."), (3, "Try again in 3 seconds."),
        (60, "Try again in a minute."),
        (300, "Try again in 5 minutes."), (900, "Try again in 15 minutes."),
        (20_000, "Try again in 6 hours."),
    ])
    func theRefusalSaysHowLong(seconds: Int, words: String) {
        let refusal = Throttle.refusal(
            until: morning.adding(seconds: Int64(seconds)), at: morning)

        #expect(refusal.code == .tooManyAttempts)
        #expect(refusal.message == "Too many attempts.")
        #expect(refusal.remedy == words)
        #expect(refusal.retryAfter == seconds)
    }

    @Test func nobodysAddressCanBeReadFromWhatIsCounted() {
        let keys = AttemptKeys(address: "anna@acme.example", source: "192.0.2.1", at: morning)

        #expect(keys.address.utf8.count == 32 && keys.source.utf8.count == 32)
        #expect(keys.address != keys.source)
    }
}
