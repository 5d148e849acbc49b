/// The decimal digits at an offset, read eight bytes at once.
struct DecimalDigits {
    /// Of the digits if there are at most seven; else it says nothing.
    let number: Int
    /// How many digits there are, at most eight.
    let count: Int

    /// Whether there are digits and all of them were read.
    var isUsual: Bool { count &- 1 < 7 && count > 0 }

    /// - Parameter word: The bytes, the first in the lowest eight bits.
    @inline(__always) init(_ word: UInt64) {
        let digits = word ^ 0x3030_3030_3030_3030
        // The lowest high bit is that of the first byte that is no digit: no digit before it carries into it.
        let beyond = (digits &+ 0x7676_7676_7676_7676 | digits) & 0x8080_8080_8080_8080
        count = beyond.trailingZeroBitCount &>> 3
        // Led by zeros, then joined in pairs, fours and eights.
        let places = count == 0 ? 0 : digits &<< UInt64(64 &- 8 &* count)
        let pairs = (places &* 10 &+ places &>> 8) & 0x00FF_00FF_00FF_00FF
        let fours = (pairs &* 100 &+ pairs &>> 16) & 0x0000_FFFF_0000_FFFF
        number = Int(truncatingIfNeeded: (fours &* 10_000 &+ fours &>> 32) & 0xFFFF_FFFF)
    }
}

extension ByteView {
    @inline(__always) func digits(at offset: Int) -> DecimalDigits { DecimalDigits(word64(offset)) }
}
