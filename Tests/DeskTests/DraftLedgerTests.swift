import Desk
import Directory
import Imports
import Store
import Testing

/// Long random lives of a draft, compared after every step with a model that does everything the
/// slow way.
struct DraftLedgerTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func theLedgerBalancesAndTheRulesHoldAfterEveryStep(seed: UInt64) async throws {
        var life = try await DraftLife(seed: seed)

        for _ in 0..<170 {
            try await life.step()
            try await life.compare()
        }
    }
}

/// A draft, its model, and what may happen to both.
private struct DraftLife {
    let house: House
    let desk: AccountDesk
    let number: Int
    var model: DraftModel
    var chance: SplitMix
    var users: [User] = []
    let addresses = (0..<7).map { "a\($0)@y.example" } + ["", "broken", "UWE@acme.example"]

    init(seed: UInt64) async throws {
        chance = SplitMix(seed: seed)
        var rules = House.quickRules
        rules.commitChunk = 3
        rules.stageChunk = 5
        house = try await House(rules: rules)
        desk = try await house.desk(of: house.anna, at: house.acme)
        var rows: [Row] = []
        for place in 0..<13 {
            rows.append(
                Row(firstName: "N\(place)", email: addresses.randomElement(using: &chance)!))
        }
        let lines = rows.map { "\($0.firstName),\($0.email)," }
        number = try await house.open(lines).number
        model = DraftModel(rows, taken: ["anna@acme.example", "uwe@acme.example"])
    }

    mutating func step() async throws {
        switch Int.random(in: 0..<20, using: &chance) {
        case 0: try await commit()
        case 1: try await cancelAndUndo()
        case 2...3: try await addUser()
        case 4: try await deleteUser()
        case 5...7: try await turn(back: true)
        case 8...9: try await turn(back: false)
        default: try await edit()
        }
    }

    private mutating func edit() async throws {
        var changed = model
        var operations: [Edit.Operation] = []
        for _ in 0..<Int.random(in: 1...4, using: &chance) {
            guard let operation = operation(on: changed) else { continue }
            changed.apply(operation)
            operations.append(operation)
        }
        guard !operations.isEmpty, try await desk.draft(number).state == .open else { return }
        changed.noteStep(since: model)
        model = changed
        let reply = try await house.edit(number, operations)
        #expect(reply.window.draft.ledger.balances)
    }

    /// Undo or redo, if there is something for it.
    private mutating func turn(back: Bool) async throws {
        let draft = try await desk.draft(number)
        #expect(draft.state != .open || (draft.undo == nil) == model.done.isEmpty)
        #expect(draft.state != .open || (draft.redo == nil) == model.undone.isEmpty)
        guard draft.state == .open, back ? draft.undo != nil : draft.redo != nil else { return }
        if back { model.undo() } else { model.redo() }
        let reply = try await house.turn(number, back: back)
        #expect(reply.window.draft.ledger.balances)
    }

    private mutating func operation(on model: DraftModel) -> Edit.Operation? {
        // Nobody knows yet where a row will stand that this very edit adds.
        let here = model.positions(.here).filter { $0 < self.model.lines.count }
            .randomElement(using: &chance)
        let deleted = model.positions(.deleted).randomElement(using: &chance)
        let address = addresses.randomElement(using: &chance)!
        return switch Int.random(in: 0..<8, using: &chance) {
        case 0: here.map { .delete(position: $0) }
        case 1: deleted.map { .restore(position: $0) }
        case 2: .add(Row(name: "New", email: address))
        case 3: here.map { .set(position: $0, field: .role, value: "Owner") }
        case 4: here.map { .set(position: $0, field: .role, value: "user") }
        default: here.map { .set(position: $0, field: .email, value: address) }
        }
    }

    private mutating func commit() async throws {
        guard try await desk.draft(number).counts.clean > 0 else { return }
        _ = try await desk.commit(number)
        await house.committer.look()
        model.commit()
    }

    private func cancelAndUndo() async throws {
        guard try await desk.draft(number).state == .open else { return }
        let cancelled = try await desk.discard(number)
        #expect(cancelled.ledger.balances && cancelled.ledger.here == 0)
        _ = try await desk.reopen(number)
    }

    private mutating func addUser() async throws {
        let outcome = try? await desk.addUser(
            Row(name: "U", email: addresses.randomElement(using: &chance)!))
        guard case .saved(let user)? = outcome else { return }
        users.append(user)
        model.taken.insert(user.email)
    }

    private mutating func deleteUser() async throws {
        guard let place = users.indices.randomElement(using: &chance) else { return }
        let user = users.remove(at: place)
        try await desk.deleteUser(user.id, version: user.version)
        model.taken.remove(user.email)
    }

    func compare() async throws {
        let draft = try await desk.draft(number)
        let rows = try await house.rows(of: number)
        let here = model.positions(.here)
        #expect(draft.ledger.balances)
        #expect(draft.ledger.read == model.read)
        #expect(draft.ledger.addedByHand == model.lines.count - model.read)
        #expect(draft.ledger.created == model.positions(.created).count)
        #expect(draft.ledger.deleted == model.positions(.deleted).count)
        #expect(rows.map(\.position) == here)
        #expect(rows.map(\.row) == here.map { model.lines[$0].row })
        #expect(rows.map(\.issues) == here.map { model.issues($0) })
        #expect(rows.map(\.twin) == here.map { place in model.twins(place).first.map(number(of:)) })
        #expect(draft.counts.faulty == here.count { !model.issues($0).isEmpty })
        for (place, kind) in Issues.kinds.enumerated() {
            let count = here.count { model.issues($0).contains(kind.issue) }
            #expect(draft.counts.ofKind[place] == count)
        }
        let places = try await house.number(
            """
            SELECT count(*) FROM draft_addresses a JOIN draft_rows r ON r.draft_no = a.draft_no
                AND r.position = a.position AND r.state = 'here' AND r.email_key IS NOT NULL
            """)
        #expect(places == here.count { model.key($0) != nil })
    }

    /// What people see as the row's number: the heading is row 1, and nothing was blank.
    private func number(of position: Int) -> Int { position + 2 }
}
