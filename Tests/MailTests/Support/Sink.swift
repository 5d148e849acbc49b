import Foundation
import Mail

/// browser/sink.py in a process of its own: a mail server that does what a script says.
final class Sink {
    struct Line: Decodable {
        let event: String
        let connection: Int
        let line: String?
        let secure: Bool?
        let sender: String?
        let recipients: [String]?
        let messageID: String?
        let file: String?

        private enum CodingKeys: String, CodingKey {
            case event, connection, line, secure, sender, recipients, file
            case messageID = "message_id"
        }
    }

    private struct Greeting: Decodable {
        let port: Int
        let trust: String?
    }

    let port: Int
    /// The file of its certificate.
    let trust: String?
    private let directory = FileManager.default.temporaryDirectory.appending(
        path: "sink-\(UUID().uuidString)")
    private let process = Process()
    private let input = Pipe()

    /// - Parameter script: Rules, as sink.py explains them.
    init(_ script: String = "[]", _ options: String...) throws {
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        let program = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../browser/sink.py").standardizedFileURL
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            [
                "python3", program.path, "--script", script, "--log",
                directory.appending(path: "log").path, "--keep", directory.path,
            ] + options
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        var line = Data()
        while !line.contains(0x0A), let more = try output.fileHandleForReading.read(upToCount: 1),
            !more.isEmpty
        {
            line += more
        }
        let greeting = try JSONDecoder().decode(Greeting.self, from: line)
        (port, trust) = (greeting.port, greeting.trust)
    }

    deinit {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: directory)
        if let trust {
            try? FileManager.default.removeItem(
                at: URL(filePath: trust).deletingLastPathComponent())
        }
    }

    /// What it wrote down so far.
    func log() throws -> [Line] {
        let text = try String(contentsOf: directory.appending(path: "log"), encoding: .utf8)
        return try text.split(separator: "\n").map {
            try JSONDecoder().decode(Line.self, from: Data($0.utf8))
        }
    }

    /// The letters that it took.
    func accepted() throws -> [Line] {
        try log().filter { $0.event == "accepted" }
    }

    /// The commands that it was sent.
    func said() throws -> [String] {
        try log().compactMap(\.line)
    }

    func server(
        _ security: SMTPServer.Security = .none, host: String = "127.0.0.1",
        login: SMTPServer.Credentials? = nil
    ) -> SMTPServer {
        SMTPServer(
            host: host, port: port, security: security, credentials: login,
            ownName: "console.example", trustFile: trust)
    }

    func delivery(seconds: Double = 5) -> any Delivery {
        SMTPCarrier(server(), Patience(seconds: seconds)).open()
    }
}

extension Delivery {
    func deliver(_ message: Message) -> Delivered {
        deliver(message) {}
    }
}

extension Delivered {
    var trouble: Trouble? {
        switch self {
        case .accepted: nil
        case .postponed(let trouble), .refused(let trouble), .uncertain(let trouble): trouble
        }
    }

    /// `postponed at sender 451`
    var summary: String {
        switch self {
        case .accepted(let reply): "accepted \(reply.code)"
        case .postponed(let trouble): "postponed at \(trouble.phase.rawValue) \(trouble.code)"
        case .refused(let trouble): "refused at \(trouble.phase.rawValue) \(trouble.code)"
        case .uncertain(let trouble): "uncertain at \(trouble.phase.rawValue) \(trouble.code)"
        }
    }
}
