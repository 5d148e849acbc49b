/// Markup of text cells as LibreOffice and others write it, as little-endian words: see `Literal`.
enum DocumentLiteral {
    /// `<table:t`, `able-cel`; an `l` follows.
    static let cell: (UInt64, UInt64) = (0x743A_656C_6261_743C, 0x6C65_632D_656C_6261)
    /// `able-row`, behind a `<table:t`.
    static let row: UInt64 = 0x776F_722D_656C_6261
    /// ` table:s`, `tyle-nam` and, in the low three bytes, `e="`
    static let style: (UInt64, UInt64, UInt32) = (
        0x733A_656C_6261_7420, 0x6D61_6E2D_656C_7974, 0x22_3D65
    )
    /// ` office:`, `value-ty`, `pe="stri` and, in the low three bytes, `ng"`
    static let string: (UInt64, UInt64, UInt64, UInt32) = (
        0x3A65_6369_6666_6F20, 0x7974_2D65_756C_6176, 0x6972_7473_223D_6570, 0x22_676E
    )
    /// ` calcext`, `:value-t`, `ype="str`, `ing"`
    static let again: (UInt64, UInt64, UInt64, UInt32) = (
        0x7478_6563_6C61_6320, 0x742D_6575_6C61_763A, 0x7274_7322_3D65_7079, 0x2267_6E69
    )
    /// `><text:p`, before a `>`.
    static let text: UInt64 = 0x703A_7478_6574_3C3E
    /// `</text:p`, `></table`, `:table-c`, `ell>`
    static let end: (UInt64, UInt64, UInt64, UInt32) = (
        0x703A_7478_6574_2F3C, 0x656C_6261_742F_3C3E, 0x632D_656C_6261_743A, 0x3E6C_6C65
    )
    /// ` table:n`, `umber-co`, `lumns-re`, `peated="`
    static let repeats: (UInt64, UInt64, UInt64, UInt64) = (
        0x6E3A_656C_6261_7420, 0x6F63_2D72_6562_6D75, 0x6572_2D73_6E6D_756C, 0x223D_6465_7461_6570
    )
    /// `"/>`, in the low three bytes.
    static let emptyEnd: UInt32 = 0x3E_2F22
    /// `</table:`, `table-ro` and, in the low two bytes, `w>`
    static let rowEnd: (UInt64, UInt64, UInt32) = (
        0x3A65_6C62_6174_2F3C, 0x6F72_2D65_6C62_6174, 0x3E77
    )
}
