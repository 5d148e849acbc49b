/// How many fields the first records of a text would have with a delimiter.
struct FieldCounts {
    private var counts: [Int] = []

    private static let records = 50
    private static let quote = UInt8(ascii: "\"")

    init(in view: ByteView, delimiter: UInt8) {
        var fields = 1
        var offset = 0
        var isFieldStart = true
        while offset < view.count && counts.count < Self.records {
            let byte = view[offset]
            let endsLine = byte == 0x0A || byte == 0x0D
            if isFieldStart && byte == Self.quote {
                offset = Self.closingQuote(in: view, after: offset)
            } else if byte == delimiter {
                fields += 1
            } else if endsLine {
                counts.append(fields)
                fields = 1
            }
            isFieldStart = byte == delimiter || endsLine
            offset += 1
        }
        if offset >= view.count { counts.append(fields) }
    }

    /// The records that agree with the most common number of fields; more fields win a draw.
    var score: Int {
        var times: [Int: Int] = [:]
        for count in counts where count > 1 { times[count, default: 0] += 1 }
        return times.map { fields, times in times * 64 + min(fields, 63) }.max() ?? 0
    }

    private static func closingQuote(in view: ByteView, after quote: Int) -> Int {
        var offset = quote + 1
        while offset < view.count {
            if view[offset] == Self.quote {
                if view[offset + 1] != Self.quote { return offset }
                offset += 1
            }
            offset += 1
        }
        return view.count
    }
}
