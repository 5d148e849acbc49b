import Desk
import Directory
import Testing

/// A wrong password must take as long as an unknown address: otherwise time tells who is there.
@Suite(.serialized) struct SignInTimingTests {
    private func time(_ house: House, _ email: String, _ number: Int) async -> Double {
        // Each from a place of its own, so that none has to wait.
        let origin = Origin(source: "source \(number)", agent: "tests")
        let clock = ContinuousClock()
        let begin = clock.now
        _ = await house.refusal {
            _ = try await $0.signIn(email, "not the right password", from: origin)
        }
        return (clock.now - begin) / .microseconds(1)
    }

    /// How often a number of one list is larger than one of the other: a half if they don't differ.
    private func area(_ ones: [Double], _ others: [Double]) -> Double {
        let sorted = others.sorted()
        let below = ones.reduce(0.0) { sum, one in
            var low = 0
            var high = sorted.count
            while low < high {
                let middle = (low + high) / 2
                if sorted[middle] < one { low = middle + 1 } else { high = middle }
            }
            return sum + Double(low)
        }
        return below / Double(ones.count * others.count)
    }

    @Test func timeDoesNotTellWhichAddressesAreKnown() async throws {
        let house = try await House()
        var known: [Double] = []
        var unknown: [Double] = []
        for number in 0..<50 { _ = await time(house, Person.uwe.email, number) }

        for number in 0..<500 {
            let isFirst = number.isMultiple(of: 2)
            if isFirst { known.append(await time(house, Person.uwe.email, 1_000 + number)) }
            unknown.append(await time(house, "nobody\(number)@acme.example", 3_000 + number))
            if !isFirst { known.append(await time(house, Person.uwe.email, 1_000 + number)) }
        }

        let area = area(known, unknown)
        #expect(max(area, 1 - area) <= 0.55, "the area under the curve is \(area)")
    }
}
