import Desk
import Directory

extension House {
    /// Acme with so many who wait for their Welcome email.
    static func waiting(
        _ count: Int, _ carrier: ScriptedCarrier, _ change: (inout OfficeRules) -> Void = { _ in }
    ) async throws -> (house: House, desk: AccountDesk) {
        var rules = House.quickRules
        rules.courierRest = 0
        change(&rules)
        let house = try await House(rules: rules, carrier: carrier)
        for number in 0..<count {
            _ = try await house.addUnregistered("p\(number)@acme.example", to: house.acme)
        }
        let desk = try await house.desk(of: house.anna, at: house.acme)
        var query = UserQuery()
        query.welcome = .notSent
        _ = try await desk.sendWelcome(
            request: "one", .filter(query, except: []), shown: count)
        return (house, desk)
    }
}
