extension ByteView {
    /// Whether text stands here as it is meant (ODF 1.3 part 3, 6.1.2): no references, and no white space that counts
    /// less than it takes. Eight bytes a step.
    @inline(__always) func isCollapsed(from start: Int, to end: Int) -> Bool {
        precondition(start <= end && end <= count)
        // In the top bit of each byte: whether it is a space; before the text there is as good as one.
        var spaceBefore: UInt64 = 0x80
        var offset = start
        while offset < end {
            var word = word64(offset)
            if end &- offset < 8 { word |= UInt64.max &<< UInt64(8 &* (end &- offset)) }
            let controls = (word &- Self.each(0x20)) & ~word & Self.each(0x80)
            let spaces = Self.zeros(word ^ Self.each(0x20))
            let doubled = spaces & (spaces &<< 8 | spaceBefore)
            if controls | doubled | Self.zeros(word ^ Self.each(UInt8(ascii: "&"))) != 0 {
                return false
            }
            spaceBefore = spaces &>> 56
            offset &+= 8
        }
        return true
    }

    @inline(__always) private static func each(_ byte: UInt8) -> UInt64 {
        0x0101_0101_0101_0101 &* UInt64(byte)
    }

    /// The top bit of each byte that is zero.
    @inline(__always) private static func zeros(_ word: UInt64) -> UInt64 {
        let low = each(0x7F)
        return ~((word & low) &+ low | word | low)
    }
}
