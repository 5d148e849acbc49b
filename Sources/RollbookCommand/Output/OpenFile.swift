import Glibc

/// Whoever read the output has seen enough, as `head` does.
struct ClosedPipe: Error {}

/// A file that is open for writing.
struct OpenFile {
    static let standardOutput = OpenFile(descriptor: 1)
    static let standardError = OpenFile(descriptor: 2)

    private let descriptor: CInt

    private init(descriptor: CInt) {
        self.descriptor = descriptor
    }

    /// Makes a file that isn't there yet: people fill in what a command wrote before.
    init(newFile path: String) throws {
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o666)
        if descriptor < 0, errno == EEXIST {
            throw SettingError(description: "There is a file \(path) already. Name another one.")
        }
        guard descriptor >= 0 else { throw Self.failure(path) }
    }

    /// Whether somebody sits before it.
    var isTerminal: Bool { isatty(descriptor) == 1 }

    /// - Throws: `ClosedPipe` if the reader is gone, `SettingError` if the disk is full.
    func write(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count < 0, errno == EPIPE { throw ClosedPipe() }
            guard count > 0 else { throw Self.failure("The output") }
            rest = rest.dropFirst(count)
        }
    }

    func write(_ text: String) throws {
        try write(Array(text.utf8))
    }

    private static func failure(_ name: String) -> SettingError {
        SettingError(
            description: "\(name) can't be written: \(String(cString: strerror(errno))).")
    }
}

/// Prints a line to standard output.
func say(_ line: String) throws {
    try OpenFile.standardOutput.write(line + "\n")
}
