import Desk
import Directory
import Imports
import Store
import Testing

/// Edits that come twice, or meet those of somebody else.
extension DraftEditTests {
    @Test func anEditIsKnownAgainHoweverMuchCameSince() async throws {
        let house = try await House()
        let draft = try await house.open(["Ana,ana@example.com,"])
        let add: [Edit.Operation] = [.add(Row(name: "Cy"))]
        try await house.edit(draft.number, add, at: draft.revision, request: "once")
        for number in 1...30 {
            try await house.edit(
                draft.number, [.set(position: 0, field: .name, value: "Ana \(number)")])
        }

        let again = try await house.edit(draft.number, add, at: draft.revision, request: "once")

        #expect(again.window.draft.ledger.here == 2)
    }

    @Test func anEditThatClaimsARevisionToComeIsKnownAgain() async throws {
        let house = try await House()
        let draft = try await house.open(["Ana,ana@example.com,"])
        let add: [Edit.Operation] = [.add(Row(name: "Cy"))]

        try await house.edit(draft.number, add, at: 1_000, request: "once")
        let again = try await house.edit(draft.number, add, at: 1_000, request: "once")

        #expect(again.window.draft.ledger.here == 2)
    }

    @Test func theSameRequestAgainGetsTheSameReply() async throws {
        let house = try await House()
        let draft = try await house.open(["Ana,ana@example.com,", "Bo,bo@example.com,"])

        let first = try await house.edit(draft.number, [.add(Row(name: "Cy"))], request: "once")
        let second = try await house.edit(draft.number, [.add(Row(name: "Cy"))], request: "once")

        #expect(second.window.draft == first.window.draft)
        #expect(second.window.rows.map(\.row) == first.window.rows.map(\.row))
        #expect(second.added == first.added && second.moved == first.moved)
        #expect(second.window.draft.ledger.here == 3)
    }

    @Test func somebodyElsesChangeOfTheSameRowIsNotOverwritten() async throws {
        let house = try await House()
        let draft = try await house.open(["Ana,ana@example.com,", "Bo,bo@example.com,"])
        let mine: Edit.Operation = .set(position: 0, field: .firstName, value: "Anna")
        try await house.edit(draft.number, [mine])

        let refusal = await house.refusal { house in
            try await house.edit(
                draft.number, [.set(position: 0, field: .firstName, value: "Hanna")], at: 1,
                by: house.paula)
        }
        let other = try await house.edit(
            draft.number, [.set(position: 1, field: .firstName, value: "Bob")], at: 1,
            by: house.paula)
        let own = try await house.edit(draft.number, [mine], at: 1)

        #expect(refusal?.code == .rowChanged && refusal?.positions == [0])
        #expect(other.window.rows.map(\.row.row.firstName) == ["Bob"])
        #expect(own.window.rows.map(\.row.row.firstName) == ["Anna"])
    }

    @Test func aTwinThatWasCorrectedByTheHouseIsNobodysChange() async throws {
        let house = try await House()
        let draft = try await house.open(["A,x@y.example,", "B,x@y.example,"])
        try await house.edit(
            draft.number, [.set(position: 0, field: .email, value: "a@y.example")])

        let reply = try await house.edit(
            draft.number, [.set(position: 1, field: .firstName, value: "Bea")], at: 1,
            by: house.paula)

        #expect(reply.window.rows.map(\.row.row.firstName).contains("Bea"))
    }
}
