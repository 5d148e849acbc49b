/// Markup as the usual programs write it, as little-endian words, so that a few comparisons recognise it.
enum Literal {
    // Names of elements, as far as eight bytes reach.
    static let `is`: UInt64 = 0x7369
    static let si: UInt64 = 0x6973
    static let row: UInt64 = 0x77_6F72
    static let phonetic: UInt64 = 0x68_5072
    static let sheetDat: UInt64 = 0x7461_4474_6565_6873

    /// `<row r="`
    static let rowNumber: UInt64 = 0x223D_7220_776F_723C
    /// ` r="`
    static let number: UInt32 = 0x223D_7220
    /// `" spans=`
    static let spans: UInt64 = 0x3D73_6E61_7073_2022
    /// `">`, in the low two bytes.
    static let tagEnd: UInt32 = 0x3E22
    /// `</row>`, in the low six bytes.
    static let rowEnd: UInt64 = 0x3E77_6F72_2F3C
    /// `<si>`
    static let item: UInt32 = 0x3E69_733C
    /// `<t>`, in the low three bytes.
    static let text: UInt32 = 0x3E_743C
    /// `</t></si`, before a `>`.
    static let textItemEnd: UInt64 = 0x6973_2F3C_3E74_2F3C
    /// `<c r="`, in the low six bytes.
    static let cell: UInt64 = 0x223D_7220_633C
    /// ` s="`
    static let style: UInt32 = 0x223D_7320
    /// ` t="s"><`
    static let shared: UInt64 = 0x3C3E_2273_223D_7420
    /// `><v>`
    static let value: UInt32 = 0x3E76_3C3E
    /// `</v></c>`
    static let valueEnd: UInt64 = 0x3E63_2F3C_3E76_2F3C
    /// ` t="inli` and `neStr"><`
    static let inline: (UInt64, UInt64) = (0x696C_6E69_223D_7420, 0x3C3E_2272_7453_656E)
    /// `is><t>`, in the low six bytes.
    static let inlineText: UInt64 = 0x3E74_3C3E_7369
    /// `is>`, in the low three bytes.
    static let inlineOpen: UInt32 = 0x3E_7369
    /// `</t></is` and, in the low five bytes, `></c>`
    static let inlineEnd: (UInt64, UInt64) = (0x7369_2F3C_3E74_2F3C, 0x3E_632F_3C3E)

    /// `<t xml:s`, `pace="pr` and `eserve">`
    static let textPreservingSpace: (UInt64, UInt64, UInt64) = (
        0x733A_6C6D_7820_743C, 0x7270_223D_6563_6170, 0x3E22_6576_7265_7365
    )

    @inline(__always) static func isTextPreservingSpace(_ view: ByteView, at offset: Int) -> Bool {
        view.word64(offset) == textPreservingSpace.0
            && view.word64(offset + 8) == textPreservingSpace.1
            && view.word64(offset + 16) == textPreservingSpace.2
    }
}
