import Store

/// The values of a statement on their way to the server: texts and bytes exactly as they are,
/// numbers as decimal digits, for the server knows how wide the column is.
struct Parameters {
    /// All values one after the other, each with a zero behind it.
    private var bytes: [UInt8] = []
    private var places: [Range<Int>?] = []
    private var formats: [Int32] = []

    private static let asText: Int32 = 0
    private static let asItIs: Int32 = 1

    init() {}

    init(_ values: [SQL.Value]) {
        for value in values {
            switch value {
            case .null: appendNull()
            case .integer(let number): append(String(number).utf8, Self.asText)
            case .text(let text): append(text.utf8, Self.asItIs)
            case .bytes(let bytes): append(bytes)
            }
        }
    }

    mutating func append(_ value: [UInt8]) {
        append(value, Self.asItIs)
    }

    private mutating func append(_ value: some Collection<UInt8>, _ format: Int32) {
        let start = bytes.count
        bytes.append(contentsOf: value)
        places.append(start..<bytes.count)
        formats.append(format)
        bytes.append(0)
    }

    private mutating func appendNull() {
        places.append(nil)
        formats.append(Self.asText)
    }

    var count: Int32 { Int32(places.count) }

    /// Calls `body` with the values, their lengths and their formats, as the C library wants them.
    func withPointers<Answer>(
        _ body: ([UnsafePointer<CChar>?], [Int32], [Int32]) throws -> Answer
    ) rethrows -> Answer {
        try bytes.withUnsafeBytes { all in
            let letters = all.bindMemory(to: CChar.self)
            let values = places.map { place in
                place.flatMap { letters.baseAddress?.advanced(by: $0.lowerBound) }
            }
            return try body(values, places.map { Int32($0?.count ?? 0) }, formats)
        }
    }
}
