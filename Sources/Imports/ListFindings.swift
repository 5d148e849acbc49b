/// What the list rules say of the rows of a spreadsheet; found while its addresses are read a first time.
///
/// Holds marks of the addresses and the rows that have an issue of the list: no text, and nothing of the other rows.
struct ListFindings {
    private struct Finding {
        let bits: UInt8
        let number: Int32

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

    /// - Parameter taken: The addresses of the account's users.
    init(taken: Set<AddressMark>) {
        self.taken = taken
    }

    /// Takes an address. The `order` names its row from now on: its place among the rows, from 0.
    ///
    /// - Parameter issues: What the row rules say of its row.
    /// - Returns: Its row's issues as far as they are known, and the first row with this address
    ///   if that turns out to be repeated only now.
    mutating func add(
        _ mark: AddressMark, order: Int, number: Int, issues: Issues
    ) -> (issues: Issues, late: AddressPlaces.First?) {
        var found: Issues = []
        if !taken.isEmpty, taken.contains(mark) { found.insert(.emailTaken) }
        let isClean = issues.isEmpty && found.isEmpty
        let here = AddressPlaces.First(order: order, number: number, isClean: isClean)
        let first = places.add(mark, at: here)
        if first != nil { found.insert(.emailRepeated) }
        if !found.isEmpty {
            findings[here.order] = Finding(found, twin: first.map { Int($0.number) })
        }
        guard let first, !first.isRepeated else { return (issues.union(found), nil) }
        let known = findings[first.order]?.issues ?? []
        findings[first.order] = Finding(known.union(.emailRepeated), twin: number)
        return (issues.union(found), first)
    }

    /// The row with what was found of it.
    func checked(_ row: JudgedRow, order: Int) -> CheckedRow {
        let finding = findings.isEmpty ? nil : findings[Int32(order)]
        return CheckedRow(
            number: row.number, row: row.row, issues: row.issues.union(finding?.issues ?? []),
            hints: row.hints, twin: finding?.twin)
    }
}
