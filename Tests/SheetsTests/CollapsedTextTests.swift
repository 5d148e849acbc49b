import Testing

@testable import Sheets

@Suite("White space that counts as it stands") struct CollapsedTextTests {
    @Test(
        "a text is whole if nothing in it is to be decoded, and no space follows another",
        arguments: 0..<20)
    func everyPlace(length: Int) {
        for place in 0..<max(1, length) {
            for odd in ["", " ", "&", "\t", "\n", "é", "_", "\u{7F}"] {
                var text = String(repeating: "a b", count: 7).prefix(length).map(String.init)
                if place < text.count { text[place] = odd }
                let bytes = Array(text.joined().utf8)
                #expect(Self.isCollapsed(bytes) == Self.isSimplyCollapsed(bytes), "\(text)")
            }
        }
    }

    @Test("what stands behind the text doesn't matter")
    func behind() {
        #expect(Self.isCollapsed(Array("Ana  Bo & Co".utf8), to: 4))
        #expect(!Self.isCollapsed(Array("Ana  Bo & Co".utf8), to: 5))
    }

    private static func isCollapsed(_ bytes: [UInt8], to end: Int? = nil) -> Bool {
        var store = ByteStore()
        for byte in bytes { store.append(byte) }
        store.seal()
        return store.view.isCollapsed(from: 0, to: end ?? bytes.count)
    }

    /// The same a byte at a time.
    private static func isSimplyCollapsed(_ bytes: [UInt8]) -> Bool {
        var last = UInt8(ascii: " ")
        for byte in bytes {
            if byte < 0x20 || byte == UInt8(ascii: "&") || byte == 0x20 && last == 0x20 {
                return false
            }
            last = byte
        }
        return true
    }
}
