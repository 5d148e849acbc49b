import Testing

@testable import Sheets

@Suite("Decimal digits, eight bytes at once") struct DecimalDigitsTests {
    @Test(
        "what stands before the first byte that is no digit is the number",
        arguments: [
            ("0\"", 0), ("7\"", 7), ("10:", 10), ("0099/", 99), ("1048576", 1_048_576),
            ("9999999<", 9_999_999),
        ])
    func number(text: String, number: Int) {
        let digits = DecimalDigits(Self.word(text))
        #expect(digits.isUsual)
        #expect(digits.number == number)
        #expect(digits.count == text.utf8.prefix { (0x30...0x39).contains($0) }.count)
    }

    @Test(
        "no digit, or more than seven, is for the slow way",
        arguments: ["", "\"12", "x1", "12345678", "99999999999"])
    func unusual(text: String) {
        #expect(!DecimalDigits(Self.word(text)).isUsual)
    }

    @Test("every other byte ends the digits, wherever it stands")
    func everyByte() {
        for place in 0..<8 {
            for byte in UInt8.min...UInt8.max {
                var bytes = [UInt8](repeating: UInt8(ascii: "5"), count: 8)
                bytes[place] = byte
                let digits = DecimalDigits(Self.word(bytes))
                #expect(digits.count == ((0x30...0x39).contains(byte) ? 8 : place))
            }
        }
    }

    private static func word(_ text: String) -> UInt64 { word(Array(text.utf8)) }

    private static func word(_ bytes: [UInt8]) -> UInt64 {
        bytes.prefix(8).enumerated().reduce(0) { $0 | UInt64($1.element) << UInt64(8 * $1.offset) }
    }
}
