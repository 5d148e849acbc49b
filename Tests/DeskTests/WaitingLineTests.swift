@testable import Desk
import Directory
import Testing

struct WaitingLineTests {
    @Test func whoFindsEveryPlaceTakenIsAskedToComeBack() async throws {
        let queue = WaitingLine(atOnce: 2, mayWait: 64, busy: .manySignIns)
        let door = Door()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 1...66 { group.addTask { try await queue.withPlace { await door.pass() } } }
            while await door.waiting < 66 { await Task.yield() }

            let refusal = await #expect(throws: Refusal.self) { try await queue.withPlace {} }

            #expect(refusal?.code == .busy)
            #expect(refusal?.retryAfter == 5)
            await door.open()
            try await group.waitForAll()
        }
        try await queue.withPlace {}
    }

    @Test func neverMoreThanTwoHashAtOnceAndEverybodyHasTheirTurn() async throws {
        let queue = WaitingLine(atOnce: 2, mayWait: 64, busy: .manySignIns)
        let tally = Tally()

        await withTaskGroup(of: Void.self) { group in
            for _ in 1...66 {
                group.addTask {
                    await queue.turn {
                        await tally.begin()
                        try? await Task.sleep(for: .milliseconds(1))
                        await tally.end()
                    }
                }
            }
        }

        #expect(await tally.most == 2)
        #expect(await tally.done == 66)
    }

    @Test func aFailureGivesThePlaceBack() async throws {
        let queue = WaitingLine(atOnce: 1, mayWait: 0, busy: .manySignIns)

        for _ in 1...3 {
            await #expect(throws: CancellationError.self) {
                try await queue.withPlace { try await queue.turn { throw CancellationError() } }
            }
        }

        try await queue.withPlace { await queue.turn {} }
    }

    @Test func whoIsTurnedAwayAsBusyWasNotCounted() async throws {
        var rules = House.quickRules
        rules.hashesAtOnce = 1
        rules.hashesWaiting = 0
        let house = try await House(rules: rules)
        let door = Door()
        let passwords = house.office.passwords
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await passwords.withPlace { await door.pass() } }
            while await door.waiting < 1 { await Task.yield() }

            for _ in 1...5 {
                let refusal = await house.refusal { _ = try await $0.signIn(.anna) }
                #expect(refusal?.code == .busy)
            }
            await door.open()
            try await group.waitForAll()
        }

        _ = try await house.signIn(.anna)
        #expect(try await house.rowCount(of: "attempts") == 1)
    }
}

/// Guards how many are at it, and the most there ever were.
private actor Tally {
    private var running = 0
    private(set) var most = 0
    private(set) var done = 0

    func begin() {
        running += 1
        most = max(most, running)
    }

    func end() {
        running -= 1
        done += 1
    }
}

/// Guards who waits until it opens.
private actor Door {
    private var isOpen = false
    private var guests: [CheckedContinuation<Void, Never>] = []

    var waiting: Int { guests.count }

    func pass() async {
        if !isOpen { await withCheckedContinuation { guests.append($0) } }
    }

    func open() {
        isOpen = true
        for guest in guests { guest.resume() }
    }
}
