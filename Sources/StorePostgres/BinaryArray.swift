/// An array as PostgreSQL's protocol has it. What is appended says of which kind it is.
struct BinaryArray {
    /// The numbers under which every server knows these types.
    enum Kind: Int32 {
        case bigint = 20
        case text = 25
    }

    private(set) var kind = Kind.text
    private var elements: [UInt8] = []
    private var count: Int32 = 0
    private var hasNull = false

    mutating func append(_ number: Int64?) {
        kind = .bigint
        guard let number else { return appendNull() }
        elements.append(bigEndian: Int32(8))
        elements.append(bigEndian: number)
        count += 1
    }

    /// - Parameter text: As UTF-8.
    mutating func append(_ text: (some Collection<UInt8>)?) {
        guard let text else { return appendNull() }
        elements.append(bigEndian: Int32(text.count))
        elements.append(contentsOf: text)
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
