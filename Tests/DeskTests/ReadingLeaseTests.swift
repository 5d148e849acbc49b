@testable import Desk
import Directory
import Imports
import Logging
import Store
import Synchronization
import Testing

/// A reading that takes longer than its lease.
struct ReadingLeaseTests {
    @Test(.timeLimit(.minutes(5)))
    func aDraftIsHeldOnHoweverLongItsReaderIsSilent() async throws {
        let house = try await House()
        let slow = SlowDatabase(house.database)
        var rules = House.quickRules
        rules.lease = 1
        let office = Office(
            database: slow, clock: house.clock.wall, rules: rules, logger: Logger(label: "tests"))
        let desk = try await FrontDesk(office: office).desk(for: house.anna, at: house.acme.id)
        let lease: SQL = "SELECT lease_until FROM drafts WHERE state = 'reading'"

        async let opening = desk.openDraft(house.upload(["Ana,ana@example.com,"]))
        while try await house.number(lease) == 0 {
            try await Task.sleep(for: .milliseconds(10))
        }
        let first = try await house.number(lease)
        house.clock.turn(seconds: 100)
        while try await house.number(lease) == first {
            try await Task.sleep(for: .milliseconds(10))
        }
        await house.committer.look()
        slow.goOn()
        let draft = try await opening.draft

        #expect(draft.state == .open && draft.counts.here == 1)
    }
}

/// A database that takes its time: once something was written, whoever reads waits.
private final class SlowDatabase: Database {
    private let database: any Database
    private let isStuck = Mutex<Bool?>(nil)

    init(_ database: any Database) {
        self.database = database
    }

    func goOn() {
        isStuck.withLock { $0 = false }
    }

    func read<Answer: Sendable>(
        _ work: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws -> Answer {
        while isStuck.withLock({ $0 }) == true { try await Task.sleep(for: .milliseconds(10)) }
        return try await database.read(work)
    }

    func write<Answer: Sendable>(
        _ work: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws -> Answer {
        isStuck.withLock { $0 = $0 ?? true }
        return try await database.write(work)
    }
}
