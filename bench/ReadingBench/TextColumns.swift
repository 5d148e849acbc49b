import Sheets

/// Columns of text as Arrow has them: the bytes of all cells, and where each ends.
struct TextColumns {
    private var texts: [[UInt8]]
    private var ends: [[Int32]]
    private(set) var rows = 0

    init(count: Int) {
        texts = Array(repeating: [], count: count)
        ends = Array(repeating: [], count: count)
    }

    mutating func append(_ record: borrowing Record) {
        for column in texts.indices {
            record.append(column, to: &texts[column])
            ends[column].append(Int32(texts[column].count))
        }
        rows += 1
    }
}
