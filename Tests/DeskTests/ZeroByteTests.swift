import Desk
import Directory
import Imports
import Testing

/// PostgreSQL can't store the character NUL, and in C it ends a text. Wherever people can bring
/// one, it does neither: it is taken out, or refused in words.
struct ZeroByteTests {
    @Test func anAddressDoesNotEndAtIt() async throws {
        let house = try await House()

        let (_, session) = try await house.signIn("anna@acme.example\0", Person.anna.password)
        let stranger = await house.refusal { house in
            _ = try await house.signIn("anna@acme.example\0.org", Person.anna.password)
        }

        #expect(session.user.email == Person.anna.email)
        #expect(stranger?.code == .signInWrong)
    }

    @Test func aSearchDoesNotEndAtIt() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let draft = try await house.open(["Ana,ana@example.com,", "Bo,bo@example.com,"])
        var query = UserQuery()
        query.search = "uwe\0"

        let users = try await desk.users(query).users
        let view = try await desk.makeView(of: draft.number, .all, search: "\0ana")

        query.search = "uwe\0x"
        let nobody = try await desk.users(query).users

        #expect(users.map(\.email) == [Person.uwe.email])
        #expect(view.count == 1)
        #expect(nobody.isEmpty)
    }

    @Test func itIsTakenOutOfAForm() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)

        let outcome = try await desk.addUser(
            Row(firstName: "A\0na", email: "an\0a@example.com", role: "U\0ser"))

        guard case .saved(let user) = outcome else { throw HouseFault(outcome: outcome) }
        #expect(user.displayName == "Ana" && user.email == "ana@example.com")
    }

    @Test func itIsTakenOutOfAnEdit() async throws {
        let house = try await House()
        let draft = try await house.open(["Ana,ana@example.com,"])

        try await house.edit(
            draft.number,
            [
                .set(position: 0, field: .email, value: "b\0o@example.com"),
                .set(position: 0, field: .firstName, value: "\0Bo"),
                .set(position: 0, field: .role, value: "Us\0er"),
            ])
        let row = try await house.rows(of: draft.number)[0].row

        #expect(row.email == "bo@example.com" && row.firstName == "Bo" && row.role == "User")
    }

    @Test func itMakesAFileNoSpreadsheet() async throws {
        let house = try await House()

        let refusal = await house.refusal { house in
            _ = try await house.open(["A\0na,a@b.example,"])
        }

        #expect(refusal?.code == .fileUnreadable)
    }

    @Test func itIsNotInTheNameOfAnAccount() async throws {
        let house = try await House()
        let desk = try await house.front.partnerDesk(for: house.paula)

        let account = try await desk.addAccount(name: "Ac\0me Two")
        let names = try await OperatorDesk(office: house.office).accounts().map(\.name)

        #expect(account.name == "Acme Two")
        #expect(names.contains("Acme Two"))
    }
}
