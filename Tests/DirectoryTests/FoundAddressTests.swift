import Foundation
import Testing

@Suite("What fuzzing has found")
struct FoundAddressTests {
    @Test("Every text that once broke a promise of the address parser keeps them all")
    func found() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let files = try FileManager.default.contentsOfDirectory(
            at: root.appending(path: "fuzz/Found/address"), includingPropertiesForKeys: nil)

        #expect(!files.isEmpty)
        for file in files {
            let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)

            #expect(AddressPromises.broken(by: text) == nil, "\(text.debugDescription)")
        }
    }

    @Test("Texts made by chance from what addresses consist of keep every promise")
    func random() {
        let pieces = [
            "ana", "@", "@", ".", ",", ";", " ", "<", ">", "\"", "'", "mailto:", "(at)", "xn--",
            "-",
            "example.com", "İ", "ß", "ẞ", "\u{308}", "\u{200B}", "\u{200D}", "。", "＠", "?", "٣",
            "ﷺ",
        ]
        var chance = Chance(state: 20_261_122)
        for _ in 0..<3_000 {
            let count = Int.random(in: 1...8, using: &chance)
            let text = (0..<count).map { _ in pieces.randomElement(using: &chance)! }.joined()

            #expect(AddressPromises.broken(by: text) == nil, "\(text.debugDescription)")
        }
    }
}

/// The same chance each time (SplitMix64).
private struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
