import COpenSSL

/// The secret that tokens are made with. It stands outside the database: whoever reads that, or a
/// copy of it, can make none.
package struct InvitationKey: Sendable {
    /// Bytes of a key.
    package static let length = 32

    private let bytes: [UInt8]

    /// - Parameter bytes: `length` of chance.
    package init(_ bytes: [UInt8]) {
        precondition(bytes.count == Self.length, "a key has \(Self.length) bytes")
        self.bytes = bytes
    }

    package static func random() -> InvitationKey {
        InvitationKey(randomBytes())
    }

    package static func randomBytes() -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: length)
        precondition(RAND_bytes(&bytes, Int32(length)) == 1, "the system has no randomness")
        return bytes
    }

    /// HMAC-SHA-256 (RFC 2104).
    func code(of message: [UInt8]) -> [UInt8] {
        var code = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 0
        let made = HMAC(
            EVP_sha256(), bytes, Int32(bytes.count), message, message.count, &code, &length)
        precondition(made != nil && length == 32, "libcrypto has no HMAC")
        return code
    }
}
