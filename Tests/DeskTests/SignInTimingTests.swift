import Desk
import Directory
import Testing

/// A wrong password must take as long as an unknown address: otherwise time tells who is there.
@Suite(.serialized) struct SignInTimingTests {
    /// From a place of its own, so that nobody has to wait, unless it is said to be another.
    private func time(_ house: House, _ email: String, _ place: Int) async -> Double {
        let origin = Origin(source: "source \(place)", agent: "tests")
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

    /// 500 sign-ins with a known address and 500 others, in turn, so that what else the machine does
    /// meets both.
    private func areaOf(
        _ house: House, _ round: Int, beside other: (Int) -> (email: String, place: Int)
    ) async -> Double {
        var known: [Double] = []
        var others: [Double] = []
        for number in (0..<500).map({ round * 10_000 + $0 }) {
            let isFirst = number.isMultiple(of: 2)
            if isFirst { known.append(await time(house, Person.uwe.email, number)) }
            others.append(await time(house, other(number).email, other(number).place))
            if !isFirst { known.append(await time(house, Person.uwe.email, number)) }
        }
        return area(known, others)
    }

    /// One address of each kind: what is counted for an address is written anew for the first sign-in and
    /// changed for the next.
    ///
    /// What a busy machine adds to one comparison isn't in all of three; what an answer tells is. So the
    /// nearest to a half counts.
    @Test func timeDoesNotTellWhichAddressesAreKnown() async throws {
        let house = try await House()
        for number in 0..<50 {
            _ = await time(house, Person.uwe.email, number)
            _ = await time(house, "nobody@acme.example", number)
        }

        var areas: [Double] = []
        for round in 1...3 {
            areas.append(await areaOf(house, round) { ("nobody@acme.example", 5_000 + $0) })
        }

        let area = areas.min { abs($0 - 0.5) < abs($1 - 0.5) } ?? 1
        print("Signing in, unknown address or wrong password: area under the curve \(area)", areas)
        #expect(abs(area - 0.5) <= 0.05)
    }

    /// What is declined before a password is looked at.
    @Test func timeWouldTellAHashThatIsNotMade() async throws {
        let house = try await House()
        for _ in 0..<50 { _ = await time(house, "locked@acme.example", 1) }
        let made = house.office.passwords.hashesMade

        let area = await areaOf(house, 1) { _ in ("locked@acme.example", 1) }

        #expect(house.office.passwords.hashesMade == made + 500)
        print("The same without the hash: \(area)")
        #expect(abs(area - 0.5) > 0.3)
    }
}
