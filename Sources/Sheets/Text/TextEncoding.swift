/// How the characters of a text are written as bytes.
enum TextEncoding {
    case utf8
    case utf16LittleEndian
    case utf16BigEndian
    case windows1252

    /// The code points of the bytes 0x80–0x9F; 0 where Windows-1252 has none.
    static let windows1252Upper: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
        0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
        0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ]

    /// The encoding of a text by its byte order mark, and the mark's length.
    static func marked(_ view: ByteView) -> (encoding: TextEncoding, length: Int)? {
        switch (view[0], view[1], view[2]) {
        case (0xEF, 0xBB, 0xBF) where view.count >= 3: (.utf8, 3)
        case (0xFF, 0xFE, _) where view.count >= 2: (.utf16LittleEndian, 2)
        case (0xFE, 0xFF, _) where view.count >= 2: (.utf16BigEndian, 2)
        default: nil
        }
    }
}
