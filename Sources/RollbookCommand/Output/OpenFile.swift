import Glibc

/// A file that is open for writing.
struct OpenFile {
    static let standardOutput = OpenFile(descriptor: 1)
    static let standardError = OpenFile(descriptor: 2)

    private let descriptor: CInt

    private init(descriptor: CInt) {
        self.descriptor = descriptor
    }

    /// Makes a file anew.
    init(path: String) throws {
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
        guard descriptor >= 0 else { throw Self.failure(path) }
    }

    func write(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw Self.failure("The output") }
            rest = rest.dropFirst(count)
        }
    }

    private static func failure(_ name: String) -> SettingError {
        SettingError(
            description: "\(name) can't be written: \(String(cString: strerror(errno))).")
    }
}
