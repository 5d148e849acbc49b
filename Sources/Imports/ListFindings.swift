/// What the list rules say of the rows of a spreadsheet; found while it is read a first time.
///
/// Holds marks of the addresses and the rows that have an issue of the list: no text, and nothing of the other rows.
struct ListFindings {
    /// What is known of one row.
    struct Finding {
        private let bits: UInt8
        private let number: Int32

        init(_ issues: Issues, twin: Int?) {
            bits = UInt8(issues.rawValue)
            number = Int32(twin ?? 0)
        }

        var issues: Issues { Issues(rawValue: Int(bits)) }
        var twin: Int? { number == 0 ? nil : Int(number) }
    }

    private let taken: Set<AddressMark>
    private var places = AddressPlaces()
    private var findings: [Int32: Finding] = [:]
    private(set) var tally = CheckTally()

    /// - Parameter taken: The addresses of the account's users.
    init(taken: Set<AddressMark>) {
        self.taken = taken
    }

    /// Takes the next row. Answers the order of an earlier row that turns out to be repeated by it.
    mutating func add(_ row: JudgedRow) -> Int? {
        let order = tally.rows
        let judgement = row.judgement
        var issues = judgement.issues
        var late: AddressPlaces.First?
        if let key = judgement.emailKey {
            let mark = AddressMark(key)
            if !taken.isEmpty, taken.contains(mark) { issues.insert(.emailTaken) }
            let here = AddressPlaces.First(
                order: order, number: row.number, isClean: issues.isEmpty)
            if let first = places.add(mark, at: here) {
                issues.insert(.emailRepeated)
                if !first.isRepeated { late = first }
                note(issues, twin: Int(first.number), at: order)
            } else {
                note(issues, twin: nil, at: order)
            }
        }
        tally.count(issues)
        return late.map { repeated($0, by: row.number) }
    }

    private mutating func note(_ issues: Issues, twin: Int?, at order: Int) {
        let found = issues.intersection(.ofList)
        if !found.isEmpty { findings[Int32(order)] = Finding(found, twin: twin) }
    }

    private mutating func repeated(_ first: AddressPlaces.First, by number: Int) -> Int {
        let known = findings[first.order]?.issues ?? []
        findings[first.order] = Finding(known.union(.emailRepeated), twin: number)
        tally.add(.emailRepeated, toClean: first.isClean)
        return Int(first.order)
    }

    /// The row with what was found for its order.
    func checked(_ row: JudgedRow, order: Int) -> CheckedRow {
        let finding = findings.isEmpty ? nil : findings[Int32(order)]
        return CheckedRow(
            number: row.number, row: row.judgement.row,
            issues: row.judgement.issues.union(finding?.issues ?? []), hints: row.judgement.hints,
            twin: finding?.twin)
    }

    /// Whether the row is faulty, as far as is known.
    func isFaulty(_ row: JudgedRow, order: Int) -> Bool {
        !row.judgement.issues.isEmpty || !findings.isEmpty && findings[Int32(order)] != nil
    }
}
