import Store

/// Rows on their way into a table, gathered by column: one statement takes many as arrays, which
/// spares a way to the server and back for each.
final class RowArrays: Binder {
    static let usualCount = 1_000

    private var columns: [BinaryArray?]
    private var place = 0
    private(set) var count = 0

    init(_ width: Int) {
        columns = Array(repeating: nil, count: width)
    }

    func bind(_ number: Int64?) {
        columns[place, default: BinaryArray(of: .bigint)].append(number)
        place += 1
    }

    func bind(_ text: String?) {
        columns[place, default: BinaryArray(of: .text)].append(text)
        place += 1
    }

    func endRow() {
        place = 0
        count += 1
    }

    /// A placeholder with its type for each column.
    var places: String {
        columns.enumerated().map { "$\($0 + 1)::\($1?.kind.name ?? "text")[]" }
            .joined(separator: ", ")
    }

    /// The arrays, ready to send; the next rows begin anew.
    func takeAll() -> Parameters {
        var parameters = Parameters()
        for place in columns.indices {
            parameters.append(columns[place]?.encoded ?? [])
            columns[place]?.removeAll()
        }
        count = 0
        return parameters
    }
}

/// An array as PostgreSQL's protocol has it.
struct BinaryArray {
    enum Kind: Int32 {
        // The numbers under which every server knows these types.
        case bigint = 20
        case text = 25

        var name: String { self == .bigint ? "bigint" : "text" }
    }

    let kind: Kind
    private var elements: [UInt8] = []
    private var count: Int32 = 0
    private var hasNull = false

    init(of kind: Kind) {
        self.kind = kind
    }

    mutating func append(_ number: Int64?) {
        guard let number else { return appendNull() }
        elements.append(bigEndian: Int32(8))
        elements.append(bigEndian: number)
        count += 1
    }

    mutating func append(_ text: String?) {
        guard let text else { return appendNull() }
        elements.append(bigEndian: Int32(text.utf8.count))
        elements.append(contentsOf: text.utf8)
        count += 1
    }

    private mutating func appendNull() {
        elements.append(bigEndian: Int32(-1))
        hasNull = true
        count += 1
    }

    mutating func removeAll() {
        elements.removeAll(keepingCapacity: true)
        count = 0
        hasNull = false
    }

    /// One dimension, whether there are nulls, the type, how many elements, the first one's number.
    var encoded: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(20 + elements.count)
        for word in [1, hasNull ? 1 : 0, kind.rawValue, count, 1] { bytes.append(bigEndian: word) }
        return bytes + elements
    }
}

extension [UInt8] {
    fileprivate mutating func append(bigEndian number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
    }
}

extension [BinaryArray?] {
    /// The array of a column, made with its first value.
    fileprivate subscript(place: Int, default new: @autoclosure () -> BinaryArray) -> BinaryArray {
        get { self[place] ?? new() }
        _modify {
            if self[place] == nil { self[place] = new() }
            yield &self[place]!
        }
    }
}
