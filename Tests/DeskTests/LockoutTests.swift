import Desk
import Directory
import Testing

struct LockoutTests {
    private func guess(_ house: House, _ email: String, from origin: Origin = .home) async
        -> Refusal?
    {
        await house.refusal { _ = try await $0.signIn(email, "a wrong password", from: origin) }
    }

    /// Guesses until it is declined for 15 minutes; answers the waits on the way.
    private func waits(_ house: House, _ email: String, guesses: Int) async -> [Int] {
        var waits: [Int] = []
        for _ in 1...guesses {
            while let wait = await guess(house, email)?.retryAfter {
                waits.append(wait)
                house.clock.turn(seconds: Int64(wait))
            }
        }
        return waits
    }

    @Test func eachFailureMakesThePersonWaitLongerKnownOrNot() async throws {
        let house = try await House()

        let known = await waits(house, Person.anna.email, guesses: 11)
        let unknown = await waits(house, "nobody@acme.example", guesses: 11)

        #expect(known == [1, 3, 5, 10, 30, 60, 300, 900])
        #expect(unknown == known)
    }

    @Test func theRightPasswordIsDeclinedWhileTheWaitLastsAndCostsNoHash() async throws {
        let house = try await House()
        for _ in 1...3 { _ = await guess(house, Person.anna.email) }
        let before = house.office.passwords.hashesMade

        let refusal = await house.refusal { _ = try await $0.signIn(.anna) }

        #expect(refusal?.code == .tooManyAttempts)
        #expect(house.office.passwords.hashesMade == before)
        house.clock.turn(seconds: 1)
        _ = try await house.signIn(.anna)
    }

    @Test func successForgetsTheFailures() async throws {
        let house = try await House()
        for _ in 1...4 {
            for _ in 1...2 { #expect(await guess(house, Person.anna.email)?.code == .signInWrong) }
            _ = try await house.signIn(.anna)
        }
    }

    @Test func thePersonSignsInFromAnotherSourceMeanwhile() async throws {
        let house = try await House()
        for _ in 1...3 { _ = await guess(house, Person.anna.email) }

        _ = try await house.signIn(
            Person.anna.email, Person.anna.password,
            from: Origin(source: "192.0.2.99", agent: "her own"))
    }

    @Test func aThousandGuessesAtOnceGetNoFurtherThanAPerson() async throws {
        let house = try await House()
        let before = house.office.passwords.hashesMade

        let refusals = await withTaskGroup(of: Refusal?.self) { group in
            for _ in 1...1000 { group.addTask { await guess(house, Person.anna.email) } }
            return await group.reduce(into: []) { $0.append($1) }
        }

        let tried = refusals.count { $0?.code == .signInWrong }
        #expect(tried <= 10)
        #expect(house.office.passwords.hashesMade == before + tried)
        #expect(
            refusals.allSatisfy {
                [.signInWrong, .tooManyAttempts, .busy].contains($0?.code)
            })
    }

    @Test func anOfficeBehindOneSourceIsNotLockedByAFewSlips() async throws {
        let house = try await House()
        for number in 1...59 {
            #expect(await guess(house, "person\(number)@acme.example")?.code == .signInWrong)
        }

        _ = try await house.signIn(.anna)
        house.clock.turn(seconds: 1)
        #expect(await guess(house, "person60@acme.example")?.code == .signInWrong)
        #expect(await guess(house, "person61@acme.example")?.code == .tooManyAttempts)
    }

    @Test func aHundredFailuresEndTheDayForThatAddressOnly() async throws {
        let house = try await House()
        try await house.recordFailures(99, of: Person.anna.email)

        #expect(await guess(house, Person.anna.email)?.code == .signInWrong)
        let locked = await guess(house, Person.anna.email)

        #expect(locked?.remedy == "Try again in 15 hours.")
        house.clock.turn(minutes: 15 * 60)
        _ = try await house.signIn(.anna)
    }

    @Test func whatWasCountedIsForgottenTheDayAfter() async throws {
        let house = try await House()
        _ = await guess(house, Person.anna.email)
        let sweeper = Sweeper(office: house.office)

        try await sweeper.sweep()
        #expect(try await house.rowCount(of: "attempts") == 2)
        house.clock.turn(minutes: 25 * 60)
        try await sweeper.sweep()

        #expect(try await house.rowCount(of: "attempts") == 0)
    }
}
