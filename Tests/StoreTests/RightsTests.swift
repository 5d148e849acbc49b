import Directory
import Store
import TestDatabases
import Testing

struct RightsTests {
    /// Northwind (1) looks after Acme (2); Contoso (3) looks after Globex (4).
    private func world() async throws -> (TestDatabase, any Database) {
        let storage = try TestDatabase()
        let database = try await storage.open(clock: .atZero)
        try await database.write { tx in
            for (id, partner) in [(1, nil), (2, 1), (3, nil), (4, 3)] as [(Int, Int?)] {
                try tx.run(
                    """
                    INSERT INTO accounts (id, partner_id, name, name_key, created_at)
                    VALUES (\(id), \(partner), 'name', \("name \(id)"), 0)
                    """)
                for (user, role) in [(1, Role.accountAdmin), (2, Role.user)] {
                    try tx.run(
                        """
                        INSERT INTO users (account_id, id, email, email_key, first_name, last_name,
                            name, display_name, sort_key, search_key, role, created_at, changed_at)
                        VALUES (\(id), \(user), 'e', \("e\(user)"), '', '', '', '', '', '', \(role),
                            0, 0)
                        """)
                }
            }
        }
        return (storage, database)
    }

    private func mayAdminister(
        _ account: Int64, _ viewer: Viewer, in database: any Database
    ) async throws -> Bool {
        do {
            try await database.read { try $0.requireAdministration(of: ID(account), by: viewer) }
            return true
        } catch let refusal as Refusal {
            #expect(refusal == .noSuchAccount)
            return false
        }
    }

    @Test func onlyTheAdminsOfTheAccountAndOfItsPartnerMay() async throws {
        let (storage, database) = try await world()
        for home in 1...4 as ClosedRange<Int64> {
            for account in 1...5 as ClosedRange<Int64> {
                let admin = Viewer.user(ID(1), of: ID(home))
                let user = Viewer.user(ID(2), of: ID(home))
                let right =
                    home == account && account < 5 || (home, account) == (1, 2)
                    || (home, account) == (3, 4)

                #expect(try await mayAdminister(account, admin, in: database) == right)
                #expect(try await mayAdminister(account, user, in: database) == false)
            }
        }
        _ = storage
    }

    @Test func theOperatorMayWhereverThereIsAnAccount() async throws {
        let (storage, database) = try await world()

        #expect(try await mayAdminister(4, .commandLine, in: database))
        #expect(try await mayAdminister(5, .commandLine, in: database) == false)
        _ = storage
    }
}
