/// An address as a number of 128 bits, made with a secret of this process: two addresses that differ don't meet.
package struct AddressMark: Hashable, Sendable {
    private let high: Int
    private let low: Int

    /// - Parameter key: What two spellings of the address share.
    package init(_ key: String) {
        var key = key
        self = key.withUTF8 { AddressMark($0.span) }
    }

    /// - Parameter key: What two spellings of the address share, as UTF-8.
    init(_ key: Span<UInt8>) {
        (high, low) = key.bytes.withUnsafeBytes { bytes in
            (Self.hash(bytes, salt: 1), Self.hash(bytes, salt: 2))
        }
    }

    private static func hash(_ bytes: UnsafeRawBufferPointer, salt: UInt8) -> Int {
        var hasher = Hasher()
        hasher.combine(salt)
        hasher.combine(bytes: bytes)
        return hasher.finalize()
    }

    // Half of it is hash enough.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(high)
    }
}
