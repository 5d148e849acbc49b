import COpenSSL

/// What a letter's link carries: an invitation's id, and a code that only the key's owner can make
/// of it and its version. It is nowhere stored.
struct InvitationToken: Sendable, Equatable {
    static let idLength = 16
    private static let codeLength = 32

    let id: [UInt8]
    private let code: [UInt8]

    init(id: [UInt8], version: Int, key: InvitationKey) {
        self.id = id
        code = key.code(of: Self.message(id, version))
    }

    /// What a caller brought; nil for what no letter ever held.
    init?(presented text: String) {
        guard text.utf8.count == 64, let bytes = Base64URL.bytes(text),
            bytes.count == Self.idLength + Self.codeLength
        else { return nil }
        id = Array(bytes.prefix(Self.idLength))
        code = Array(bytes.dropFirst(Self.idLength))
    }

    /// 64 letters of base64url.
    var text: String { Base64URL.text(id + code) }

    /// Whether this version of the invitation was meant; takes the same time whatever differs.
    func isMade(of version: Int, with key: InvitationKey) -> Bool {
        let right = key.code(of: Self.message(id, version))
        return CRYPTO_memcmp(right, code, Self.codeLength) == 0
    }

    private static func message(_ id: [UInt8], _ version: Int) -> [UInt8] {
        id + (0..<8).map { UInt8(truncatingIfNeeded: version >> (56 - 8 * $0)) }
    }
}

/// RFC 4648, section 5, without padding.
enum Base64URL {
    private static let letters = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    static func text(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 6 {
                count -= 6
                text.append(letters[Int(bits >> UInt32(count)) & 63])
            }
        }
        if count > 0 { text.append(letters[Int(bits << UInt32(6 - count)) & 63]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// nil for letters that aren't of it.
    static func bytes(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for letter in text.utf8 {
            guard let value = letters.firstIndex(of: letter) else { return nil }
            bits = bits << 6 | UInt32(value)
            count += 6
            guard count >= 8 else { continue }
            count -= 8
            bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
        }
        return bytes
    }
}
