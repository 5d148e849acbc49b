import Directory
import Imports

/// Clean rows of a draft as the users that they become: not registered, without a password. What is searched and sorted
/// is made here and not by a database, so the rows pass through.
struct NewUsers {
    static let columns: SQL = """
        position, user_id, hints, role, first_name, last_name, name, email, email_key
        """

    /// Where the rows stand in their draft.
    private(set) var positions: [Int] = []
    /// What the counts of the draft's blocks lose with them.
    private(set) var leaving = BlockTally()

    private var numbers: [Int64] = []
    private var letters: [UInt8] = []
    private var ends: [Int] = []

    /// Of the row that is added: its five texts, and where each ends.
    private var texts: [UInt8] = []
    private var textEnds: [Int] = []
    private var keys = UserKeys()

    /// From the first row to the last; there must be one.
    var span: ClosedRange<Int> { positions[0]...positions[positions.count - 1] }

    /// - Parameter columns: Those of `columns`.
    mutating func add(_ columns: any Columns) {
        let position = Int(columns.integer(0))
        positions.append(position)
        leaving.count([], Hints(rawValue: Int(columns.integer(2))), at: position, times: -1)
        numbers.append(columns.integer(1))
        numbers.append(Int64(position))
        texts.removeAll(keepingCapacity: true)
        textEnds.removeAll(keepingCapacity: true)
        for place in 4..<9 {
            columns.append(place, to: &texts)
            textEnds.append(texts.count)
        }
        let (row, ends) = (texts, textEnds)
        keys.make(of: row.span, ends.span)
        addTexts(Role(title: columns.text(3)) ?? .user)
    }

    /// In the order of the table's columns.
    private mutating func addTexts(_ role: Role) {
        letters.append(contentsOf: texts)
        let start = letters.count - texts.count
        for end in textEnds { ends.append(start + end) }
        for text in [keys.displayName, keys.sortKey, keys.searchKey] {
            letters.append(contentsOf: text)
            ends.append(letters.count)
        }
        letters.append(contentsOf: role.rawValue.utf8)
        ends.append(letters.count)
    }

    func table(of draft: DraftID, at now: Timestamp) -> TableRows {
        let time = TableRows.Source.same(.integer(now.milliseconds))
        return TableRows(
            positions.count,
            columns: [
                ("account_id", .same(.integer(draft.account.value))), ("id", .number),
                ("first_name", .text), ("last_name", .text), ("name", .text), ("email", .text),
                ("email_key", .text), ("display_name", .text), ("sort_key", .text),
                ("search_key", .text), ("role", .text),
                ("draft_no", .same(.integer(Int64(draft.number)))), ("draft_position", .number),
                ("created_at", time), ("changed_at", time),
            ], numbers: numbers, letters: letters, ends: ends)
    }
}
