/// Accounts have random 53-bit numbers, exact in JSON and JavaScript, and are shown as 11 letters.
extension ID where Kind == Account {
    /// Douglas Crockford's base 32 in lower case: no i, l, o, u.
    private static var letters: [UInt8] { Array("0123456789abcdefghjkmnpqrstvwxyz".utf8) }

    package static func random(
        using generator: inout some RandomNumberGenerator
    ) -> ID<Account> {
        ID(Int64.random(in: 1..<(1 << 53), using: &generator))
    }

    /// The account that these 11 letters name; nil for anything that `text` never makes.
    package init?(text: some StringProtocol) {
        guard text.utf8.count == 11 else { return nil }
        var number: UInt64 = 0
        for letter in text.utf8 {
            guard let digit = Self.letters.firstIndex(of: letter) else { return nil }
            number = number << 5 | UInt64(digit)
        }
        guard number > 0, number < 1 << 53 else { return nil }
        self.init(Int64(number))
    }

    package var text: String {
        let digits = (0..<11).reversed().map { Self.letters[Int(value >> ($0 * 5)) & 31] }
        return String(decoding: digits, as: UTF8.self)
    }
}
