import Foundation

/// The built program, as scripts run it.
struct Program {
    struct Outcome {
        let status: Int32
        let output: String
        let complaint: String

        /// The lines of JSON Lines.
        var objects: [[String: Any]] {
            output.split(separator: "\n").compactMap { line in
                (try? JSONSerialization.jsonObject(with: Data(line.utf8))) as? [String: Any]
            }
        }
    }

    static let path = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appending(path: "rollbook").path

    let process = Process()
    private let stdout = Pipe()
    private let stderr = Pipe()

    /// Starts it, and doesn't wait for its end.
    init(
        _ arguments: [String], environment: [String: String] = [:], input: String = "",
        path: String = Program.path, in directory: String? = nil
    ) throws {
        let stdin = Pipe()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        if let directory { process.currentDirectoryURL = URL(filePath: directory) }
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = stdin
        process.standardOutput = stdout
        process.standardError = stderr
        try process.run()
        try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try stdin.fileHandleForWriting.close()
    }

    /// Runs a script of bash.
    static func shell(
        _ script: String, in directory: String, environment: [String: String] = [:]
    ) throws -> Outcome {
        try Program(
            ["-c", script], environment: environment, path: "/bin/bash", in: directory
        ).outcome()
    }

    /// Waits until it ends.
    func outcome() throws -> Outcome {
        let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
        let complaint = try stderr.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
            complaint: String(decoding: complaint, as: UTF8.self))
    }

    /// What it prints next.
    func next() -> String {
        String(decoding: stdout.fileHandleForReading.availableData, as: UTF8.self)
    }

    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}

/// Runs the program to its end; `data` is the directory of its database.
func rollbook(_ arguments: String..., data: String?, input: String = "") throws -> Program.Outcome {
    try rollbook(arguments, data: data, input: input)
}

func rollbook(
    _ arguments: [String], data: String?, environment: [String: String] = [:], input: String = ""
) throws -> Program.Outcome {
    try Program(
        arguments + (data.map { ["--data", $0] } ?? []), environment: environment, input: input
    ).outcome()
}

/// A directory that is gone afterwards.
func withDirectory<Answer>(_ use: (String) throws -> Answer) throws -> Answer {
    let path = FileManager.default.temporaryDirectory.appending(path: "house-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: path) }
    return try use(path.path)
}

/// Writes a file into a directory; answers its path.
func write(_ text: String, to name: String, in directory: String) throws -> String {
    let path = directory + "/" + name
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
}
