import CArgon2
import COpenSSL

/// Argon2id (RFC 9106) with 2 passes and one lane: some 25 ms and 19 MiB a hash, so never on the
/// cooperative pool.
struct Argon2: Sendable {
    struct Failure: Error, CustomStringConvertible {
        let description: String

        init(_ code: Int32) {
            description = String(cString: argon2_error_message(code))
        }
    }

    /// In KiB.
    let memory: UInt32
    private let passes: UInt32 = 2
    private let lanes: UInt32 = 1

    init(memory: UInt32) {
        self.memory = memory
    }

    /// The hash in its usual text, with parameters and a new salt of 16 bytes.
    func hash(_ password: String) throws -> String {
        var salt = [UInt8](repeating: 0, count: 16)
        precondition(RAND_bytes(&salt, 16) == 1, "the system has no randomness")
        let bytes = Array(password.utf8)
        let size = argon2_encodedlen(passes, memory, lanes, 16, 32, Argon2_id)
        var text = [CChar](repeating: 0, count: size)
        let code = argon2id_hash_encoded(
            passes, memory, lanes, bytes, bytes.count, salt, salt.count, 32, &text, size)
        guard code == ARGON2_OK.rawValue else { throw Failure(code) }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
    }

    func matches(_ password: String, _ hash: String) throws -> Bool {
        let bytes = Array(password.utf8)
        let code = argon2id_verify(hash, bytes, bytes.count)
        if code == ARGON2_OK.rawValue { return true }
        if code == ARGON2_VERIFY_MISMATCH.rawValue { return false }
        throw Failure(code)
    }

    /// Made with other parameters than today's.
    func isOutdated(_ hash: String) -> Bool {
        !hash.hasPrefix("$argon2id$v=19$m=\(memory),t=\(passes),p=\(lanes)$")
    }
}
