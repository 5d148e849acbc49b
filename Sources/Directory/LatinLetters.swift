/// The quick way for what nearly every name with accents is: letters of Latin-1 and Latin Extended-A,
/// each of which becomes the same whatever stands beside it. The table is filled by the long way.
struct LatinLetters: Sendable {
    private static let first: UInt32 = 0xC0
    private static let last: UInt32 = 0x17F
    /// Bytes of the table for each letter; what is shorter ends in zeros.
    private static let width = 4

    private let table: [UInt8]

    /// - Parameter converted: Nil for a letter that isn't for the quick way.
    init(_ converted: (String) -> String?) {
        var table: [UInt8] = []
        for letter in Self.first...Self.last {
            let text = Unicode.Scalar(letter).flatMap { converted(String($0)) } ?? ""
            let bytes = text.utf8.count <= Self.width ? Array(text.utf8) : []
            table += bytes + Array(repeating: 0, count: Self.width - bytes.count)
        }
        self.table = table
    }

    /// Appends what the letter of two bytes becomes; false if it isn't in the table.
    func append(_ lead: UInt8, _ trail: UInt8, to bytes: inout [UInt8]) -> Bool {
        guard (0xC3...0xC5).contains(lead) else { return false }
        let letter = UInt32(lead & 0x1F) << 6 | UInt32(trail & 0x3F)
        var place = Int(letter - Self.first) * Self.width
        let end = place + Self.width
        guard table[place] != 0 else { return false }
        while place < end, table[place] != 0 {
            bytes.append(table[place])
            place += 1
        }
        return true
    }
}
