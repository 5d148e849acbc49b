import Desk
import Directory
import Imports
import Store
import Synchronization
import Testing

struct OperatorImportTests {
    @Test func theCleanRowsAreAddedAndTheOthersWaitInTheDraft() async throws {
        let house = try await House()
        let desk = OperatorDesk(office: house.office)

        let draft = try await desk.importUsers(
            from: house.upload(["Ana,ana@example.com,", ",bo@example.com,", "Cy,cy@example.com,"]),
            to: house.acme
        ) { _ in }.draft

        #expect(draft.state == .open && draft.startedBy == nil)
        #expect(draft.ledger.created == 2 && draft.ledger.here == 1 && draft.ledger.balances)
        #expect(try await house.rows(of: draft.number).map(\.row.email) == ["bo@example.com"])
    }

    @Test func withoutFaultyRowsTheDraftIsFinished() async throws {
        let house = try await House()

        let draft = try await OperatorDesk(office: house.office).importUsers(
            from: house.upload(["Ana,ana@example.com,"]), to: house.acme
        ) { _ in }.draft

        #expect(draft.state == .finished && draft.ledger.created == 1)
    }

    @Test func withFaultyRowsAloneNothingIsAskedFor() async throws {
        let house = try await House()

        let draft = try await OperatorDesk(office: house.office).importUsers(
            from: house.upload([",ana@example.com,"]), to: house.acme
        ) { _ in }.draft

        #expect(draft.state == .open && draft.ledger.created == 0)
    }

    @Test func itWaitsForAnotherWorkerThatHasTheDraft() async throws {
        var rules = House.quickRules
        rules.commitChunk = 10
        let house = try await House(rules: rules)
        let lines = (1...95).map { "Ana,u\($0)@example.com," }
        let other = Committer(office: house.office)
        let looking = Task {
            while !Task.isCancelled { await other.look() }
        }

        let draft = try await OperatorDesk(office: house.office).importUsers(
            from: house.upload(lines), to: house.acme
        ) { _ in }.draft
        looking.cancel()
        await looking.value

        #expect(draft.state == .finished && draft.ledger.created == 95)
        #expect(draft.ledger.balances)
    }

    @Test func aDraftThatAKilledProcessLeftIsFinishedByTheNext() async throws {
        let house = try await House()
        let desk = try await house.desk(of: .commandLine, at: house.acme)
        let left = try await house.open(["Ana,ana@example.com,"], by: .commandLine)
        _ = try await desk.commit(left.number)

        _ = try await OperatorDesk(office: house.office).importUsers(
            from: house.upload(["Bo,bo@example.com,"], key: "next"), to: house.acme
        ) { _ in }
        await house.committer.look()

        #expect(try await desk.draft(left.number).state == .finished)
    }

    @Test func theSameFileGoesOnWithTheImportThatItLeftAndNoOtherFileDoes() async throws {
        let house = try await House()
        let desk = OperatorDesk(office: house.office)
        let lines = ["Ana,ana@example.com,", ",bo@example.com,"]

        let first = try await desk.importUsers(
            from: house.upload(lines, key: "1"), to: house.acme
        ) { _ in }
        let again = try await desk.importUsers(
            from: house.upload(lines, key: "2"), to: house.acme
        ) { _ in }
        let other = try await desk.importUsers(
            from: house.upload(lines + [",cy@example.com,"], key: "3"), to: house.acme
        ) { _ in }

        #expect(first.added == 1 && !first.isContinued)
        #expect(again.added == 0 && again.isContinued)
        #expect(again.draft.number == first.draft.number)
        #expect(!other.isContinued && other.draft.number != first.draft.number)
    }

    @Test(arguments: [false, true])
    func anImportOfThePanelIsLeftToItsAdmin(isPartners: Bool) async throws {
        let house = try await House()
        let lines = [",bo@example.com,"]
        let panels = try await house.open(lines, by: isPartners ? house.paula : house.anna)

        let end = try await OperatorDesk(office: house.office).importUsers(
            from: house.upload(lines, key: "other"), to: house.acme
        ) { _ in }

        #expect(!end.isContinued && end.draft.number != panels.number)
    }

    @Test func progressIsTold() async throws {
        let house = try await House()
        let read = Mutex<[Double]>([])

        _ = try await OperatorDesk(office: house.office).importUsers(
            from: house.upload(["Ana,ana@example.com,"]), to: house.acme
        ) { step in
            if case .reading(let fraction) = step { read.withLock { $0.append(fraction) } }
        }

        #expect(read.withLock { $0.last } == 1)
    }

    @Test func theAddressesOfAnAccountAreKnownToACheck() async throws {
        let house = try await House()
        let desk = OperatorDesk(office: house.office)

        let taken = try await desk.takenAddresses(in: house.acme)

        #expect(taken.contains(AddressMark("anna@acme.example")))
        #expect(try await desk.takenAddresses(in: house.beta).isEmpty)
    }
}
