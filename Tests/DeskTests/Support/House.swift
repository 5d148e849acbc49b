import Desk
import Directory
import Imports
import Logging
import Mail
import Store
import TestDatabases

/// An office over a database of its own, with a clock that is turned by hand and the standing people:
/// Northwind (Paula) looks after Acme (Anna, Uwe) and Beta; Contoso (Sven) looks after Globex.
struct House: Sendable {
    let storage: TestDatabase
    let clock: HandClock
    let database: any Database
    /// The same, opened once more for the tests' own questions: nobody reads their plans.
    let witness: any Database
    let office: Office
    let northwind: Account
    let contoso: Account
    let acme: Account
    let beta: Account
    let globex: Account
    let paula: Viewer
    let anna: Viewer
    let uwe: Viewer
    let sven: Viewer

    init(
        rules: OfficeRules = House.quickRules, carrier: (any Carrier)? = nil,
        watch: TestDatabase.Watch? = { PlanWatch.shared.look($0, $1) }
    ) async throws {
        storage = try TestDatabase()
        clock = HandClock()
        database = try await storage.open(clock: clock.wall, watch: watch)
        witness = try await storage.open(clock: clock.wall, connections: 1)
        office = Office(
            database: database, clock: clock.wall, rules: rules, logger: Logger(label: "tests"),
            post: carrier.map { Correspondence.tests($0) })
        let desk = OperatorDesk(office: office)
        northwind = try await desk.addAccount(name: "Northwind", partner: nil)
        contoso = try await desk.addAccount(name: "Contoso", partner: nil)
        acme = try await desk.addAccount(name: "Acme", partner: "Northwind")
        beta = try await desk.addAccount(name: "Beta", partner: "Northwind")
        globex = try await desk.addAccount(name: "Globex", partner: "Contoso")
        paula = try await desk.add(.paula, to: northwind)
        anna = try await desk.add(.anna, to: acme)
        uwe = try await desk.add(.uwe, to: acme)
        sven = try await desk.add(.sven, to: contoso)
    }

    /// Those of the product, but a hash takes a millisecond.
    static var quickRules: OfficeRules {
        var rules = OfficeRules()
        rules.hashMemory = 1024
        return rules
    }

    /// An office over empty tables.
    static func emptyOffice(in storage: TestDatabase) async throws -> Office {
        let clock = HandClock()
        return Office(
            database: try await storage.open(clock: clock.wall),
            clock: clock.wall, rules: quickRules, logger: Logger(label: "tests"))
    }

    var accounts: [Account] { [northwind, contoso, acme, beta, globex] }

    var front: FrontDesk { FrontDesk(office: office) }

    func desk(of viewer: Viewer, at account: Account) async throws -> AccountDesk {
        try await front.desk(for: viewer, at: account.id)
    }
}

/// One of the standing people.
struct Person: Sendable {
    let row: Row
    let password: String

    var email: String { row.email }

    static let paula = Person(
        row: Row(
            firstName: "Paula", lastName: "Park", email: "paula@northwind.example",
            role: "Account Admin"), password: "paula-minds-northwind")
    static let anna = Person(
        row: Row(
            firstName: "Anna", lastName: "Aalto", email: "anna@acme.example", role: "Account Admin"
        ), password: "anna-looks-after-acme")
    static let uwe = Person(
        row: Row(firstName: "Uwe", lastName: "Urban", email: "uwe@acme.example", role: "User"),
        password: "uwe-works-for-acme-1")
    static let sven = Person(
        row: Row(
            firstName: "Sven", lastName: "Strand", email: "sven@contoso.example",
            role: "Account Admin"), password: "sven-minds-contoso-1")
}

/// The standing world could not be furnished.
struct HouseFault: Error {
    let outcome: UserOutcome
}

extension OperatorDesk {
    fileprivate func add(_ person: Person, to account: Account) async throws -> Viewer {
        let outcome = try await addUser(person.row, to: account, password: person.password)
        guard case .saved(let user) = outcome else { throw HouseFault(outcome: outcome) }
        return .user(user.id, of: account.id)
    }
}
