/// Many rows on their way into a table. Their numbers and their texts stand in one block each, so that a row needs no
/// memory of its own and the database binds it from where it stands.
package struct TableRows: Sendable {
    /// Where the value of a column comes from. The numbers and texts of a row stand in the order of its columns.
    package enum Source: Sendable {
        /// Every row has this one.
        case same(SQL.Value)
        case number
        case text
        /// NULL where the text is empty.
        case textOrNull

        package var same: SQL.Value? {
            if case .same(let value) = self { value } else { nil }
        }
    }

    package let columns: [(name: StaticString, source: Source)]
    package let count: Int
    /// Row by row.
    package let numbers: [Int64]
    /// The texts' UTF-8, one after the other.
    package let letters: [UInt8]
    /// Where each text ends.
    package let ends: [Int]

    package let numbersInRow: Int
    package let textsInRow: Int

    package init(
        _ count: Int, columns: [(name: StaticString, source: Source)], numbers: [Int64],
        letters: [UInt8] = [], ends: [Int] = []
    ) {
        self.columns = columns
        self.count = count
        self.numbers = numbers
        self.letters = letters
        self.ends = ends
        numbersInRow = count == 0 ? 0 : numbers.count / count
        textsInRow = count == 0 ? 0 : ends.count / count
    }
}
