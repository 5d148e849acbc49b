/// One file in a zip archive, as the central directory describes it.
struct ZipEntry {
    var name: String
    /// 0 is stored, 8 is deflated (PKWARE APPNOTE 4.4.5).
    var method: Int
    var isEncrypted: Bool
    var checksum: UInt32
    var compressed: Int
    var size: Int
    /// Where the local header stands, and the first byte behind it.
    var header: Int
    var start = 0
}
