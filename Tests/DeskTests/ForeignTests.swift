import Desk
import Directory
import Imports
import Store
import Testing

struct ForeignTests {
    /// Each operation on an account, tried with a desk that was right once.
    private static let operations: [@Sendable (AccountDesk) async throws -> Void] = [
        { _ = try await $0.users(UserQuery()) },
        { _ = try await $0.user(ID(1)) },
        { _ = try await $0.addUser(Row(name: "New", email: "new@x.example")) },
        { _ = try await $0.addUser(Row()) },
        { _ = try await $0.changeUser(ID(1), to: Row(), version: 1) },
        { try await $0.deleteUser(ID(1), version: 1) },
    ]

    @Test func aForeignAccountIsAnsweredLikeOneThatDoesNotExist() async throws {
        let house = try await House()
        let may: [(Viewer, [Account])] = [
            (house.paula, [house.northwind, house.acme, house.beta]), (house.anna, [house.acme]),
            (house.uwe, []), (house.sven, [house.contoso, house.globex]),
            (.user(ID(99), of: house.acme.id), []), (.user(ID(1), of: ID(99)), []),
            (.commandLine, [house.northwind, house.contoso, house.acme, house.beta, house.globex]),
        ]
        for (viewer, own) in may {
            let absent = await house.refusal {
                _ = try await $0.front.desk(for: viewer, at: ID(77))
            }
            #expect(absent == .noSuchAccount)
            for account in house.accounts {
                let refusal = await house.refusal { _ = try await $0.desk(of: viewer, at: account) }
                #expect(refusal == (own.contains(account) ? nil : absent))
            }
        }
    }

    @Test func aRightThatWasTakenAwayEndsEveryOperation() async throws {
        let house = try await House()
        let bea = try await house.add(
            Row(name: "Bea", email: "bea@acme.example", role: "Account Admin"), to: house.acme)
        let desk = try await house.desk(of: .user(bea.id, of: house.acme.id), at: house.acme)
        try await house.desk(of: house.anna, at: house.acme).deleteUser(bea.id, version: 1)

        for operation in Self.operations {
            let refusal = await house.refusal { _ in try await operation(desk) }

            #expect(refusal == .noSuchAccount)
        }
        #expect(try await house.rowCount(of: "users") == 4)
    }

    @Test func aUserOfAnotherAccountIsAnsweredLikeOneThatDoesNotExist() async throws {
        let house = try await House()
        for number in 1...5 {
            _ = try await house.addUnregistered("b\(number)@beta.example", to: house.beta)
        }
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let row = Row(name: "X", email: "x@x.example")

        for id in [5, 77] as [Int64] {
            for work in [
                { _ = try await desk.user(ID(id)) },
                { _ = try await desk.changeUser(ID(id), to: row, version: 1) },
                { try await desk.deleteUser(ID(id), version: 1) },
            ] as [@Sendable () async throws -> Void] {
                let refusal = await house.refusal { _ in try await work() }
                #expect(refusal?.code == .notFound)
                #expect(refusal?.message == "There is no such user.")
            }
        }
    }

    @Test func onlyAPartnersAdminHasThePartnersDesk() async throws {
        let house = try await House()
        _ = try await house.front.partnerDesk(for: house.paula)
        _ = try await house.front.partnerDesk(for: house.sven)
        let others: [Viewer] = [
            house.anna, house.uwe, .user(ID(99), of: house.northwind.id), .commandLine,
        ]

        for viewer in others {
            let refusal = await house.refusal { _ = try await $0.front.partnerDesk(for: viewer) }
            #expect(refusal?.code == .notFound)
        }
    }
}
