import Desk
import Directory
import Imports
import Testing

struct UserFormsTests {
    private func saved(_ outcome: UserOutcome) throws -> User {
        guard case .saved(let user) = outcome else { throw HouseFault(outcome: outcome) }
        return user
    }

    private func issues(_ outcome: UserOutcome) -> Issues? {
        if case .faulty(_, let issues) = outcome { issues } else { nil }
    }

    @Test func anAddedUserIsListedAndNotRegistered() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)

        let user = try saved(
            try await desk.addUser(
                Row(firstName: " Zoë ", lastName: "Müller", email: " Zoe@Acme.Example ")))

        #expect(user.displayName == "Zoë Müller")
        #expect(user.email == "zoe@acme.example")
        #expect(user.role == .user)
        #expect(user.registeredAt == nil && user.draft == nil && user.version == 1)
        #expect(try await desk.user(user.id) == user)
        #expect(try await desk.users(UserQuery()).total == 3)
    }

    @Test(arguments: [
        (Row(email: "a@x.example"), Issues.nameMissing),
        (Row(name: "A"), .emailMissing), (Row(name: "A", email: "a"), .emailMalformed),
        (Row(name: "A", email: "a@x.example", role: "Owner"), .roleUnknown),
        (Row(name: String(repeating: "a", count: 201), email: "a@x.example"), .nameTooLong),
        (Row(name: "A", email: "ANNA@acme.example"), .emailTaken),
        (Row(), Issues([.nameMissing, .emailMissing])),
    ])
    func aFormIsJudgedLikeARowOfAnImport(row: Row, expected: Issues) async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let uwe = try await desk.user(ID(2))

        #expect(issues(try await desk.addUser(row)) == expected)
        #expect(issues(try await desk.changeUser(uwe.id, to: row, version: 1)) == expected)

        #expect(try await desk.user(uwe.id) == uwe)
        #expect(try await desk.users(UserQuery()).total == 2)
    }

    @Test func theSameAddressMayBeAUserOfAnotherAccount() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.paula, at: house.beta)

        _ = try saved(try await desk.addUser(Row(name: "Anna", email: Person.anna.email)))
    }

    @Test func manyWhoAddOneAddressAtOnceAddOneUser() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)

        let outcomes = try await withThrowingTaskGroup(of: UserOutcome.self) { group in
            for number in 1...20 {
                group.addTask {
                    try await desk.addUser(Row(name: "No. \(number)", email: "one@acme.example"))
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }

        #expect(outcomes.count { issues($0) == nil } == 1)
        #expect(outcomes.count { issues($0) == .emailTaken } == 19)
        #expect(try await desk.users(UserQuery()).total == 3)
    }

    @Test func aChangeMakesTheNextVersionAndAnOldOneIsRefused() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let row = Row(name: "Uwe the Great", email: "great@acme.example", role: "Account Admin")

        let user = try saved(try await desk.changeUser(ID(2), to: row, version: 1))
        let late = await house.refusal { _ in
            _ = try await desk.changeUser(
                ID(2), to: Row(name: "Late", email: "l@x.example"), version: 1)
        }
        let lateToo = await house.refusal { _ in try await desk.deleteUser(ID(2), version: 1) }

        #expect(user.version == 2 && user.displayName == "Uwe the Great")
        #expect(user.role == .accountAdmin)
        #expect(late?.code == .userChanged && lateToo == late)
        var query = UserQuery()
        query.search = "great@"
        #expect(try await desk.users(query).users == [user])
    }

    @Test func aUserMayKeepTheirAddressWhenTheRestChanges() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)

        let user = try saved(
            try await desk.changeUser(
                ID(2), to: Row(name: "Uwe Two", email: "UWE@acme.example"), version: 1))

        #expect(user.email == "uwe@acme.example")
    }

    @Test func aNumberIsNeverGivenTwice() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let first = try saved(try await desk.addUser(Row(name: "A", email: "a@acme.example")))

        try await desk.deleteUser(first.id, version: 1)
        let second = try saved(try await desk.addUser(Row(name: "A", email: "a@acme.example")))

        #expect(second.id > first.id)
        #expect(try await desk.users(UserQuery()).total == 3)
        #expect(
            try await house.front.desk(for: house.anna, at: house.acme.id).account.userCount == 3)
    }

    @Test func theLastAccountAdminStays() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let demotion = Row(name: "Anna", email: Person.anna.email, role: "User")

        for viewer in [house.anna, house.paula] {
            let desk = try await house.desk(of: viewer, at: house.acme)
            let demoted = await house.refusal { _ in
                _ = try await desk.changeUser(ID(1), to: demotion, version: 1)
            }
            let deleted = await house.refusal { _ in try await desk.deleteUser(ID(1), version: 1) }
            #expect(demoted?.code == .lastAdmin && deleted == demoted)
            #expect(demoted?.message == "Anna Aalto is the account's only Account Admin.")
        }

        _ = try await desk.changeUser(
            ID(2), to: Row(name: "Uwe", email: Person.uwe.email, role: "Account Admin"), version: 1)
        _ = try saved(try await desk.changeUser(ID(1), to: demotion, version: 1))
    }

    @Test func anAdminWhoCannotSignInYetDoesNotCountAsTheOneWhoStays() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.paula, at: house.acme)
        let guest = try saved(
            try await desk.addUser(
                Row(name: "Gil", email: "gil@acme.example", role: "Account Admin")))
        let demotion = Row(name: "Anna", email: Person.anna.email, role: "User")

        let demoted = await house.refusal { _ in
            _ = try await desk.changeUser(ID(1), to: demotion, version: 1)
        }
        let deleted = await house.refusal { _ in try await desk.deleteUser(ID(1), version: 1) }

        #expect(demoted?.code == .lastAdmin && deleted == demoted)
        #expect(
            demoted?.message == "Anna Aalto is the account's only Account Admin who can sign in.")
        // Whoever has not registered may go: somebody who can sign in stays.
        try await desk.deleteUser(guest.id, version: 1)
    }

    @Test func amongAdminsWhoHaveNeverRegisteredAllButOneMayGo() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.paula, at: house.beta)
        let first = Row(name: "A", email: "a@beta.example", role: "Account Admin")
        let second = Row(name: "B", email: "b@beta.example", role: "Account Admin")
        let guests = [
            try saved(try await desk.addUser(first)), try saved(try await desk.addUser(second)),
        ]

        try await desk.deleteUser(guests[0].id, version: 1)
        let last = await house.refusal { _ in
            try await desk.deleteUser(guests[1].id, version: 1)
        }

        #expect(last?.code == .lastAdmin)
    }

    @Test func whenAllAdminsLeaveAtOnceOneStays() async throws {
        let house = try await House()
        let paula = try await house.desk(of: house.paula, at: house.acme)
        for number in 1...9 {
            _ = try await paula.addUser(
                Row(name: "A\(number)", email: "a\(number)@acme.example", role: "Account Admin"))
        }
        var query = UserQuery()
        query.role = .accountAdmin
        let admins = try await paula.users(query).users

        let refusals = await withTaskGroup(of: Refusal?.self) { group in
            for (place, admin) in admins.enumerated() {
                group.addTask {
                    await house.refusal { _ in
                        guard place.isMultiple(of: 2) else {
                            try await paula.deleteUser(admin.id, version: 1)
                            return
                        }
                        let row = Row(name: "Demoted", email: admin.email)
                        _ = try await paula.changeUser(admin.id, to: row, version: 1)
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }

        #expect(refusals.compactMap { $0?.code } == [.lastAdmin])
        #expect(try await paula.users(query).total == 1)
    }

    @Test func openDraftsLearnAtOnceWhichAddressesAreTaken() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open(["Bea,bea@acme.example,User", "Uwe,uwe@acme.example,User"])
        func taken() async throws -> [Bool] {
            try await house.rows(of: draft.number).map { $0.issues.contains(.emailTaken) }
        }
        #expect(try await taken() == [false, true])

        let bea = try saved(try await desk.addUser(Row(name: "B", email: "BEA@acme.example")))
        #expect(try await taken() == [true, true])

        _ = try await desk.changeUser(
            bea.id, to: Row(name: "B", email: "other@acme.example"), version: 1)
        #expect(try await taken() == [false, true])

        try await desk.deleteUser(ID(2), version: 1)
        #expect(try await taken() == [false, false])
        #expect(try await desk.draft(draft.number).counts.faulty == 0)
    }
}
