import Store

/// Rows on their way into a table, gathered by column: one statement takes many as arrays, which
/// spares a way to the server and back for each.
final class RowArrays {
    static let usualCount = 1_000

    private var columns: [BinaryArray]
    private var place = 0
    private(set) var count = 0

    init(_ width: Int) {
        columns = Array(repeating: BinaryArray(), count: width)
    }

    func bind(_ number: Int64?) {
        columns[place].append(number)
        place += 1
    }

    func bind(_ value: SQL.Value) {
        switch value {
        case .integer(let number): bind(number)
        case .text(let text): bind(text.utf8)
        default: preconditionFailure("no table takes this in bulk")
        }
    }

    func bind(_ text: (some Collection<UInt8>)?) {
        columns[place].append(text)
        place += 1
    }

    func endRow() {
        place = 0
        count += 1
    }

    /// A placeholder with its type for each column.
    var places: String {
        columns.enumerated().map { "$\($0 + 1)::\($1.kind)[]" }.joined(separator: ", ")
    }

    /// The arrays, ready to send; the next rows begin anew.
    func takeAll() -> Parameters {
        var parameters = Parameters()
        for place in columns.indices {
            parameters.append(columns[place].encoded)
            columns[place].removeAll()
        }
        count = 0
        return parameters
    }
}
