import Directory
import Store
import TestDatabases
import Testing

struct ApplicationsTests {
    /// Northwind (1) looks after Acme (2); Contoso (3) looks after nobody.
    private func world() async throws -> (TestDatabase, any Database) {
        let storage = try TestDatabase()
        let database = try await storage.open(clock: .atZero)
        try await database.write { tx in
            for (id, partner) in [(1, nil), (2, 1), (3, nil)] as [(Int, Int?)] {
                try tx.run(
                    """
                    INSERT INTO accounts (id, partner_id, name, name_key, created_at)
                    VALUES (\(id), \(partner), 'name', \("name \(id)"), 0)
                    """)
            }
        }
        return (storage, database)
    }

    private func fields(_ name: String) throws -> ApplicationFields {
        ApplicationFields(
            tidied: name, letter: "", address: try WebAddress("https://\(name.count).example"))
    }

    @Test func theyStandInTheirOrderAndEachAccountHasItsOwn() async throws {
        let (storage, database) = try await world()
        let added = try await database.write { tx in
            try ["C", "Bb", "A"].map { try tx.addApplication(fields($0), at: nil, to: ID(2)) }
                + [try tx.addApplication(fields("Dddd"), at: nil, to: ID(1))]
        }

        let found = try await database.read { try $0.applications(of: ID(2)) }
        let foreign = try await database.read { try $0.applications(of: ID(3)) }

        #expect(found == Array(added.prefix(3)))
        #expect(found.map(\.place) == [1, 2, 3] && found.map(\.id.value) == [1, 2, 3])
        #expect(foreign.isEmpty)
        _ = storage
    }

    @Test func thoseOfThePartnerAreFoundInItsAccounts() async throws {
        let (storage, database) = try await world()
        let lists = try await database.write { tx in
            _ = try tx.addApplication(fields("Help"), at: nil, to: ID(1))
            _ = try tx.addApplication(fields("Wiki"), at: nil, to: ID(2))
            return try ([1, 2, 3] as [Int64]).map { id in
                guard let account = try tx.account(ID(id)) else { throw Refusal.noSuchAccount }
                return try tx.applications(in: account)
            }
        }

        #expect(lists.map { $0.fromPartner.map(\.name) } == [[], ["Help"], []])
        #expect(lists.map { $0.own.map(\.name) } == [["Help"], ["Wiki"], []])
        _ = storage
    }

    @Test func oneComesBackToItsPlaceUnlessThatIsTaken() async throws {
        let (storage, database) = try await world()
        let places = try await database.write { tx in
            let first = try tx.addApplication(fields("A"), at: nil, to: ID(2))
            _ = try tx.addApplication(fields("B"), at: nil, to: ID(2))
            try tx.deleteApplication(first.id, in: ID(2))
            let back = try tx.addApplication(fields("A"), at: first.place, to: ID(2))
            let other = try tx.addApplication(fields("C"), at: first.place, to: ID(2))
            return (back: back, other: other, names: try tx.applications(of: ID(2)).map(\.name))
        }

        #expect(places.back.place == 1 && places.other.place == 3)
        #expect(places.names == ["A", "B", "C"])
        // A number is never given twice: a link to one that is gone leads to no other.
        #expect(places.back.id.value == 3)
        _ = storage
    }
}
