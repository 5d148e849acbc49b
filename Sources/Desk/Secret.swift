import COpenSSL

/// 256 bits of chance that name a session. Only its hash is ever stored.
struct Secret: Sendable {
    /// 43 letters of base64url (RFC 4648, section 5, without padding).
    let text: String

    static func random() -> Secret {
        var bytes = [UInt8](repeating: 0, count: 32)
        precondition(RAND_bytes(&bytes, 32) == 1, "the system has no randomness")
        return Secret(text: Base64URL.text(bytes))
    }

    /// SHA-256 of the letters.
    var hash: [UInt8] {
        Digest.sha256(Array(text.utf8))
    }
}

extension Secret {
    /// What a caller brought; nil for what `random` never makes, so that no one hashes a novel.
    init?(presented text: String) {
        guard text.utf8.count == 43 else { return nil }
        self.text = text
    }
}

enum Digest {
    /// Looked up once: to find it costs more than to hash a secret with it. It never changes: hence unsafe.
    private nonisolated(unsafe) static let algorithm = EVP_MD_fetch(nil, "SHA256", nil)

    static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        let done = EVP_Digest(bytes, bytes.count, &digest, nil, algorithm, nil)
        precondition(done == 1, "libcrypto has no SHA-256")
        return digest
    }
}
