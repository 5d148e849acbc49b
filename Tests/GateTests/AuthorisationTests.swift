import Desk
import Directory
import Foundation
import HTTPTypes
import Imports
import Testing

@testable import Gate

/// Every route, read from the router, against everybody and against ids of every kind.
@Suite struct AuthorisationTests {
    @Test func everyRouteHasARowInTheMatrix() async throws {
        try await TestHouse.open { house in
            let routes = Set(house.routes.map { "\($0.method.rawValue) \($0.path)" })

            #expect(routes.subtracting(MatrixRow.table.map(\.route)) == [])
            #expect(Set(MatrixRow.table.map(\.route)).subtracting(routes) == [])
        }
    }

    @Test func nobodyGetsAtAnAccountWithoutAdministeringIt() async throws {
        try await TestHouse.open { house in
            let standing = try await Standing.world(in: house)
            var count = 0
            for row in MatrixRow.table where house.need(of: row) == .account {
                let ask = try await row.ask(standing)
                let before = try await house.office.database.dump()

                for caller in standing.strangers {
                    count += try await refuses(ask.by(caller), caller, standing)
                }
                let after = try await house.office.database.dump()
                #expect(after == before, "\(row.route)")

                let own = try await house.ask(ask.at(standing.acme.id.text).by(standing.anna))
                #expect(own.status == row.ownAdmins, "\(row.route): \(own.text)")
                let again = try await row.ask(standing).at(standing.acme.id.text)
                let partner = try await house.ask(again.by(standing.paula))
                #expect(partner.status == row.succeeds, "\(row.route): \(partner.text)")
            }
            #expect(count >= 15 * 8 * 6)
        }
    }

    /// An edit's right is looked at in the transaction of the edit, after its body was read.
    @Test func whoMayNotEditIsNotToldWhatIsWrongWithTheEdit() async throws {
        try await TestHouse.open { house in
            let standing = try await Standing.world(in: house)
            let draft = try await standing.freshDraft()
            let path = "/api/v1/accounts/\(standing.acme.id.text)/drafts/\(draft.number)/rows"
            let asks = [
                Ask("PATCH", path).sameOrigin.json("{"),
                Ask("PATCH", path).sameOrigin.json("{").with("If-Match", "\"1\""),
                Ask("PATCH", path).sameOrigin.json("{\"ops\":[]}").with("If-Match", "\"1\""),
            ]

            for ask in asks {
                let nobody = try await house.ask(ask)
                let foreigner = try await house.ask(ask.by(standing.sven))
                let anna = try await house.ask(ask.by(standing.anna))
                #expect(nobody.status == 401)
                #expect(foreigner.status == 404)
                #expect([400, 422, 428].contains(anna.status))
            }
        }
    }

    /// The account is there, and the answer is as for one that isn't; for an id of the wrong form too.
    private func refuses(_ ask: Ask, _ caller: Caller, _ standing: Standing) async throws -> Int {
        let house = standing.house
        let foreign = try await house.ask(ask.at(standing.acme.id.text))
        let isSignedIn =
            !["anonymous", "Deleted"].contains(caller.name)
            && caller.cookie != standing.expired.cookie
        #expect(
            foreign.status == (isSignedIn ? 404 : ask.statusOfStrangers),
            "\(caller.name): \(ask.path)")
        let others = [
            "00000000001", "zzzzzzzzzzz", standing.acme.id.text.uppercased() + "0", "1", "..",
            "%61cme",
        ]
        for other in others {
            let absent = try await house.ask(ask.at(other))
            // Who is led to the sign-in comes back to the address that they asked for.
            if foreign.status == 303 { continue }
            #expect(absent.comparable == foreign.comparable, "\(caller.name): \(ask.path)")
        }
        return others.count + 1
    }

    @Test func usersAndDraftsOfAnotherAccountAreNotThere() async throws {
        try await TestHouse.open { house in
            let standing = try await Standing.world(in: house)
            for _ in 0..<40 { _ = try await standing.freshUser(in: standing.beta) }
            for _ in 0..<30 { _ = try await standing.freshDraft(in: standing.beta) }
            for row in MatrixRow.table where row.route.contains("{user}") || row.isOnDraft {
                let ask = try await row.ask(standing).at(standing.acme.id.text).by(standing.anna)
                let before = try await house.office.database.dump()

                let foreign = try await house.ask(ask.renumbered(row, row.isOnDraft ? "30" : "41"))
                for other in ["9999", "0", "-1", "01", "x", standing.acme.id.text, "1e1", "+1"] {
                    let absent = try await house.ask(ask.renumbered(row, other))
                    #expect(absent.comparable == foreign.comparable, "\(row.route) \(other)")
                }

                #expect(foreign.status == 404, "\(row.route)")
                let after = try await house.office.database.dump()
                #expect(after == before, "\(row.route)")
            }
        }
    }

    @Test func onlyPartnersSeeTheListOfAccounts() async throws {
        try await TestHouse.open { house in
            let standing = try await Standing.world(in: house)
            for row in MatrixRow.table where house.need(of: row) == .partner {
                let ask = try await row.ask(standing)
                let before = try await house.office.database.dump()

                for caller in standing.everybody
                where !["Paula", "Sven", "anonymous", "Deleted"].contains(caller.name) {
                    let answer = try await house.ask(ask.by(caller))
                    #expect(
                        [401, 303, 404].contains(answer.status), "\(caller.name): \(row.route)")
                }
                let after = try await house.office.database.dump()
                #expect(after == before)

                let own = try await house.ask(ask.by(standing.paula))
                #expect(own.status == row.succeeds, "\(row.route): \(own.text)")
            }
        }
    }

    @Test func whoIsNotSignedInGetsNothingThatNeedsASession() async throws {
        try await TestHouse.open { house in
            let standing = try await Standing.world(in: house)
            for row in MatrixRow.table {
                let need = house.need(of: row)
                for caller in [standing.anonymous, standing.expired, standing.deleted] {
                    let ask = try await row.ask(standing).at(standing.acme.id.text)
                    let answer = try await house.ask(ask.by(caller))
                    let isOpen = need == .nothing || need == .anyone
                    #expect(
                        answer.status == (isOpen ? row.succeeds : ask.statusOfStrangers),
                        "\(caller.name): \(row.route)")
                }
                if need == .session {
                    let ask = try await row.ask(standing)
                    let answer = try await house.ask(ask.by(standing.uwe))
                    #expect(answer.status == row.succeeds, "\(row.route): \(answer.text)")
                }
            }
        }
    }
}

extension TestHouse {
    fileprivate func need(of row: MatrixRow) -> Route.Need? {
        routes.first { "\($0.method.rawValue) \($0.path)" == row.route }?.need
    }
}

extension MatrixRow {
    /// Names a draft by its number (a PUT names it by a key).
    fileprivate var isOnDraft: Bool { route.contains("{draft}") && !route.hasPrefix("PUT") }
}

extension Ask {
    /// The API says that a session is needed; pages lead to the sign-in.
    fileprivate var statusOfStrangers: Int {
        path.hasPrefix("/api/") ? 401 : 303
    }

    /// The same with another number for the user or draft.
    fileprivate func renumbered(_ row: MatrixRow, _ number: String) -> Ask {
        let pattern = row.route.split(separator: " ")[1].split(separator: "/")
        guard let place = pattern.firstIndex(where: { $0 == "{user}" || $0 == "{draft}" }) else {
            return self
        }
        var parts = path.split(separator: "/").map(String.init)
        parts[place] = number
        var ask = self
        ask.path = "/" + parts.joined(separator: "/")
        return ask
    }
}
