import Store

/// The values of rows on their way into a table, one after the other.
struct TableValues {
    private let rows: TableRows
    private var number = 0
    private var text = 0

    init(_ rows: TableRows) {
        self.rows = rows
    }

    mutating func bindNext(of source: TableRows.Source, to arrays: RowArrays) {
        switch source {
        case .same(let value): arrays.bind(value)
        case .number:
            arrays.bind(rows.numbers[number])
            number += 1
        case .text: arrays.bind(nextText())
        case .textOrNull:
            let text = nextText()
            arrays.bind(text.isEmpty ? nil : text)
        }
    }

    private mutating func nextText() -> ArraySlice<UInt8> {
        let start = text == 0 ? 0 : rows.ends[text - 1]
        text += 1
        return rows.letters[start..<rows.ends[text - 1]]
    }
}
