import Store
import Testing

struct AddressHashTests {
    private let hash = AddressHash(secret: (0..<16).map { $0 })

    /// The vectors that its authors published: the key and the text count up from 0.
    @Test(
        arguments: [
            (0, 0x726f_db47_dd0e_0e31), (1, 0x74f8_39c5_93dc_67fd), (7, 0xab02_00f5_8b01_d137),
            (8, 0x93f5_f579_9a93_2462), (15, 0xa129_ca61_49be_45e5), (63, 0x958a_324c_eb06_4572),
        ] as [(Int, UInt64)])
    func itIsSipHash(length: Int, expected: UInt64) {
        let text = String(String.UnicodeScalarView((0..<length).map { Unicode.Scalar(UInt8($0)) }))

        #expect(UInt64(bitPattern: hash(text)) == expected)
    }

    @Test func anotherSecretHashesOtherwise() {
        let other = AddressHash(secret: (1..<17).map { $0 })

        #expect(other("ana@example.com") != hash("ana@example.com"))
    }
}
